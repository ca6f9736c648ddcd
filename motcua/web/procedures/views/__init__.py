"""The screens of the desk of procedures."""
