"""Where everybody says what is wrong, and reads what becomes of it."""
