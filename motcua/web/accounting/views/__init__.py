"""The pages of the accountants, by what is done on them."""
