"""The pages of who follows a dossier at home."""
