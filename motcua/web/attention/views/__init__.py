"""The pages of what needs attention, by what they are about."""
