"""Who was served is asked how it was: one invitation for each slip and for the result (Thông tư 01/2018 Điều 12)."""
