"""Django's way to PostgreSQL, as this program uses it."""
