"""When offices work, and when a limit of the law ends."""
