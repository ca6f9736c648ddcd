"""Papers and scans as files, for those who may see what they are about."""
