"""How many file online and by post, who promotes it and what is aimed at: for departments and the Centre (5.1.f)."""
