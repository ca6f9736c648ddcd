"""What officials write when they act on a dossier: shape is checked here, law by the acts."""
