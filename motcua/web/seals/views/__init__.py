"""The pages of the desk of the second seals, a module for each."""
