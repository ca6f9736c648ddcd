"""Processes and authorisations: the way of a procedure through the offices, agreed step by step, and who may decide.

The procedures themselves, their tariff and the import of whole catalogues stand in `web/procedures`.
"""
