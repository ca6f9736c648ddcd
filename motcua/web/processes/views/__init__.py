"""The pages about processes and authorisations."""
