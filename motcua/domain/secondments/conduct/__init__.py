"""What the Centre sees of seconded officials, and what it tells their departments each month (4.3.c)."""
