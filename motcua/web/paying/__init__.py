"""What a payer sees of a bill, and the door of the gateway (4.5.a)."""
