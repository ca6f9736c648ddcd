"""The quality index on its pages: for everybody, for bodies, and for each official the own figures (3.3-1, 3.1)."""
