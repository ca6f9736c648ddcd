"""The portal: what anybody reads without signing in, on whatever telephone they have."""
