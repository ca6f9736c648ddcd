"""The counter: dossiers are received, passed on, supplemented, and their results given out."""
