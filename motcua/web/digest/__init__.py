"""The digest of feedback, and what the Centre writes about rules."""
