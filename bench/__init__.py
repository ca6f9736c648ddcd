"""Measures how fast the program is, beside the floor that bare SQL sets in the same run."""
