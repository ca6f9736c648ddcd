"""The pages for the public, by what they are about."""
