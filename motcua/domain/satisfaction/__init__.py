"""How satisfied people are (3.1, 7.4): what they say on each occasion, counted by month, never with who said it."""
