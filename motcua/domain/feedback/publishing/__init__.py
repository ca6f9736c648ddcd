"""What was said and answered, for everybody to read: without persons, read by two, taken down when it must be."""
