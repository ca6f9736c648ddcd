"""The form of a procedure itself, defined as data by the department that answers for it."""
