"""A plain Django application that posts the same seven forms into the same tables: what the framework itself costs."""
