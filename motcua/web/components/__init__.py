"""What all desks share: the look, signing in, the entrance, sentences and pictures."""
