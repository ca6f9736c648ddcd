"""The desk of those who write procedures, keep their fees, compare and publish them."""
