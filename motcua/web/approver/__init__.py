"""The approver's desk: what waits for a decision, to be decided in a few taps."""
