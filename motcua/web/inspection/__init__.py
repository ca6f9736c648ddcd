"""Where officials take feedback down, send it its way, answer it and follow it to its end."""
