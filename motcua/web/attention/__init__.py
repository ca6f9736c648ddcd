"""What the clock reminds of, and what the Centre asks: shown first at each desk, answered here."""
