"""The desk of the second seals: the keeper of the Centre, the two heads, and who keeps the seals of a department."""
