"""The pages of the cash desk, by what is done on them."""
