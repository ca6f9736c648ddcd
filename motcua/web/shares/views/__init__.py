"""The pages of the shares, by what they are about."""
