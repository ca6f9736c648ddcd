"""Processes as BPMN 2.0 XML with their diagram: written for any process, read back for the subset that we know."""
