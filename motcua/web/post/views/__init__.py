"""The screens of the postal desk, one file a matter."""
