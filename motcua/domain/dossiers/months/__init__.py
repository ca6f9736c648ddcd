"""What each month brought, counted once and kept: shares of online and postal filing, and figures for everybody.

A page that shows a year of a province reads some hundred rows, however many dossiers there are.
"""
