"""Charges, payments, receipts, shifts and the entries behind them."""
