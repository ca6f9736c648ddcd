"""The demo province. Other tests do not use it: they have a small world of their own (`tests/world.py`)."""
