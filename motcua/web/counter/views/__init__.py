"""The pages of the counter, a module for each."""
