"""The pages of satisfaction, by who opens them."""
