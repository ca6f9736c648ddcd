"""Interlinked dossiers: what a body has to take, hand on and finish, and what centres watch over and urge."""
