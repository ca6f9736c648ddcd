"""The department's desk: the work of each official, and the dossiers of the body."""
