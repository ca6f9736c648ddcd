"""Charges, payments, receipts, shifts, money that comes by itself, and the entries behind every figure."""

from .accounts import BankAccount
from .arrivals import Arrival, ArrivalProposal, Statement
from .charges import Charge, ChargeLine
from .deposits import Deposited, DepositOrder, PaymentPart
from .entries import Movement, Posting
from .online import GatewayFile, GatewayRefund, OnlinePayment
from .payments import Payment
from .proposals import Proposal
from .receipts import ElectronicReceipt, LostCopy, Receipt, ReceiptBook
from .shares import RetainedShare
from .shifts import Shift
from .statements import Correction, LineWord, MonthStatement, MonthWork, StatementLine

__all__ = [
    "Arrival",
    "ArrivalProposal",
    "BankAccount",
    "Charge",
    "ChargeLine",
    "Correction",
    "DepositOrder",
    "Deposited",
    "ElectronicReceipt",
    "GatewayFile",
    "GatewayRefund",
    "LineWord",
    "LostCopy",
    "MonthStatement",
    "MonthWork",
    "Movement",
    "OnlinePayment",
    "Payment",
    "PaymentPart",
    "Posting",
    "Proposal",
    "Receipt",
    "ReceiptBook",
    "RetainedShare",
    "Shift",
    "Statement",
    "StatementLine",
]
