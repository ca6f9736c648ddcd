"""What the page of a dossier shows, part by part, put together from queries and policies."""
