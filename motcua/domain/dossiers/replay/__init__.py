"""Last year's real dossiers against a draft: how many would have been late under its times, and where."""
