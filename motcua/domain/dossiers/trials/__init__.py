"""Processes tried with the cases that officials write: by the very clock, stages and calendars of real dossiers."""
