"""A server that is killed between payment and receipt leaves neither; asked again it gives exactly one receipt."""

import os
import signal
import subprocess
import sys
from threading import Event

import pytest
from django.db import connection, connections, transaction

from motcua.domain.fees import collecting, online
from motcua.domain.fees.models import Arrival, Charge, Payment, Receipt, ReceiptBook
from motcua.domain.fees.signs import ByGateway
from motcua.domain.fees.terms import Method
from tests.gateway import word
from tests.money import AT, CashDesk
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.5.a")]
BEGIN = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = {database!r}
from datetime import datetime
from motcua.domain.fees import collecting, online
from motcua.domain.fees.gateways import Word
from motcua.domain.fees.models import Charge
from motcua.domain.fees.signs import ByGateway
from motcua.domain.organisations.models import Officer
at = datetime.fromisoformat({at!r})
"""
CASH = """
collecting.collect(Charge.objects.get(), method="cash", amount=50_000, by=Officer.objects.get(code="yen"), at=at)
"""
CALLBACK = """
online.hear_payment(Word({reference!r}, "GD-{reference}", True, 50_000, at), gateway="http", by=ByGateway(), at=at)
"""
_WAITS = """
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%%fees_receiptbook%%'
"""


def killed_before_its_receipt(what: str) -> None:
    """Run it in a process of its own, hold the book of receipts so that it waits behind the payment, and kill it."""
    database = connection.settings_dict["NAME"]
    program = BEGIN.format(database=database, at=AT.isoformat()) + what
    with transaction.atomic():
        ReceiptBook.objects.select_for_update().get()
        process = subprocess.Popen([sys.executable, "-c", program], env=dict(os.environ), stderr=subprocess.PIPE)
        _until_it_waits(process)
        process.send_signal(signal.SIGKILL)
        _, said = process.communicate(timeout=30)
        assert process.returncode == -signal.SIGKILL, said.decode()


def _until_it_waits(process: subprocess.Popen[bytes]) -> None:
    """Look on a second connection until the process stands before the book."""
    other = connections.create_connection("default")
    pause = Event()
    try:
        for _ in range(1200):
            with other.cursor() as cursor:
                cursor.execute(_WAITS)
                if cursor.fetchall():
                    return
            assert process.poll() is None, process.communicate()[1].decode()
            pause.wait(0.1)
    finally:
        other.close()
    process.kill()
    raise AssertionError("it never came to the book of receipts")


def test_killed_while_taking_cash(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    desk.shift()
    bill = desk.bill()
    killed_before_its_receipt(CASH)
    assert (Payment.objects.count(), Receipt.objects.count(), Charge.objects.get().paid) == (0, 0, 0)
    collecting.collect(bill, method=Method.CASH, amount=50_000, by=world["yen"], at=AT)
    assert [each.number for each in Receipt.objects.all()] == [1]
    assert desk.is_sound()


def test_killed_while_hearing_the_gateway(transactional_db: None, world: World, settings) -> None:
    settings.GATEWAY_TRIAL = True
    desk = CashDesk(world)
    desk.book()
    one = desk.begun()
    killed_before_its_receipt(CALLBACK.format(reference=one.reference))
    assert (Payment.objects.count(), Arrival.objects.count()) == (0, 0)
    for _ in range(2):
        online.hear_payment(word(one, AT), gateway="http", by=ByGateway(), at=AT)
    assert [each.number for each in Receipt.objects.all()] == [1]
    assert desk.is_sound()
