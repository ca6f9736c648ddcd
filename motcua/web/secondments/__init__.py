"""Seconded officials on their pages: the department sends, the Centre answers, both see who stands ready (4.3.a)."""
