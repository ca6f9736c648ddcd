"""The cash desk: fees and charges are collected at one place (4.5.a)."""
