"""Paper from hand to hand: the lists of each round, scanned and signed by both sides."""
