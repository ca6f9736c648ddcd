"""The page of a dossier, for every official who may see it, and what they do there."""
