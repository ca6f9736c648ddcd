"""Every night what must always hold is checked, and what does not is said loudly in the log."""

import logging
from itertools import islice

from procrastinate.contrib.django import app

from motcua.domain import invariants

SHOWN = 20
log = logging.getLogger(__name__)


@app.periodic(cron="0 18 * * *")  # 01:00 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="check_everything", lock="check_everything")
def check_everything(timestamp: int) -> int:
    """Walk over every part and the journal; gives the number of rules that are broken."""
    broken = 0
    for rule in invariants.every():
        places = list(islice(rule.broken, SHOWN))
        broken += bool(places)
        for place in places:
            log.error("%s %s: %s", rule.mark, rule.says, place)
    return broken
