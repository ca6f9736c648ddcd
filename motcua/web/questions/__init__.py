"""Where officials answer what people ask, keep answers to give again, and look after filled-in samples."""
