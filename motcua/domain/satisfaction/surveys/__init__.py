"""Surveys of how districts and communes serve people: designed as data, sampled, with a quota for each desk (7.4)."""
