"""The pages of filing from home, in the order in which they are walked."""
