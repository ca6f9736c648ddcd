"""The administrator's desk: bodies, officials, the calendar, and whether the system is well."""
