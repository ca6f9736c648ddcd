"""A citizen follows the own dossiers: where each is, what to bring, pay, choose, ask for, and how it was."""
