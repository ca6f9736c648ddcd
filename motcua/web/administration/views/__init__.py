"""The screens of the administrator's desk."""
