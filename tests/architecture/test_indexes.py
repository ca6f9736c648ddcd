"""What every act writes bears no index twice: each costs a dossier something at every change of its stage."""

import pytest
from django.db import connection

WRITTEN_DAILY = [
    "dossiers_breach",
    "dossiers_consultation",
    "dossiers_dossier",
    "dossiers_result",
    "dossiers_submitted",
    "dossiers_task",
    "journal_answered",
    "journal_entry",
    "outbox_attempt",
    "outbox_message",
    "outbox_report",
    "papers_paper",
]
# Plain indexes whose columns are the first ones of another, in the same order and for the same comparisons.
_COVERED = """
    select covered.indexrelid::regclass::text, covering.indexrelid::regclass::text
    from pg_index covered join pg_index covering using (indrelid)
    where covered.indexrelid <> covering.indexrelid and not covered.indisunique
      and covered.indrelid = any (%s::regclass[])
      and (covering.indkey::text || ' ') like (covered.indkey::text || ' %%')
      and (covering.indclass::text || ' ') like (covered.indclass::text || ' %%')
      and coalesce(covered.indexprs, covered.indpred, covering.indexprs, covering.indpred) is null
"""


@pytest.mark.django_db
def test_no_index_of_what_is_written_daily_says_what_another_says():
    with connection.cursor() as cursor:
        cursor.execute(_COVERED, [WRITTEN_DAILY])
        assert cursor.fetchall() == []
