"""What citizens do when they are signed in: their dossiers, who they are, in whose name they act."""
