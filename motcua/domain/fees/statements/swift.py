"""Statements in the format of SWIFT: MT940, as the treasury systems of banks give them out."""

from typing import Any

import mt940

from motcua.domain.vietnamese.text import clean

from .rows import MOST_ROWS, NotAStatement, Row, read_amount, read_moment


def of_mt940(content: bytes) -> list[Row]:
    """The entries of every statement in the file; money out is read too, and said to be so."""
    try:
        found = list(mt940.parse(content.decode("utf-8-sig")))
    except Exception:  # the library raises whatever stands against it: a broken file is one sentence for its reader
        raise NotAStatement("Tệp MT940 không đọc được.") from None
    if len(found) > MOST_ROWS:
        raise NotAStatement(f"Tệp có quá {MOST_ROWS} dòng: hãy chia thành nhiều tệp.")
    return [_row(number, entry.data) for number, entry in enumerate(found, start=1)]


def _row(number: int, data: dict[str, Any]) -> Row:
    own, bank = clean(str(data.get("customer_reference") or "")), clean(str(data.get("bank_reference") or ""))
    reference = bank or ("" if own == "NONREF" else own)
    content = clean(str(data.get("transaction_details") or data.get("extra_details") or ""))
    amount = data.get("amount")
    try:
        if amount is None or amount.currency != "VND":
            raise ValueError("Không phải tiền đồng Việt Nam.")
        at, dong = read_moment(data["date"]), read_amount(float(abs(amount.amount)))
    except (ValueError, KeyError) as fault:
        return Row(number, content=content, reference=reference, fault=str(fault))
    went_out = str(data.get("status", "")) in ("D", "RC")
    return Row(number, at, dong, content, reference, went_out=went_out)
