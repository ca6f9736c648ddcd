"""Where the money is followed after it was collected: accounts, deposits, months, shares (4.5.b, 4.5.c, 5.3)."""
