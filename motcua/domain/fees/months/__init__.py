"""The month after collecting: drawn up, sent, compared line by line, confirmed, the share transferred (4.5.b, 5.3)."""
