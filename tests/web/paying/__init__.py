"""The pages of payers and the door of the gateway."""
