"""The page of a dossier and one view for each act on it."""
