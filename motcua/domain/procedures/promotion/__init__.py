"""Filing online and by post is promoted: who does it for which procedure, and what share is aimed at (5.1.f)."""
