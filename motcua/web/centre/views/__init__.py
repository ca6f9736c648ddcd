"""The pages of the Centre's desk, by what they are about."""
