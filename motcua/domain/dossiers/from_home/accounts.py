"""On whose own pages a dossier stands, as a part of the statement that tells what happened to it (`outbox`).

The same persons as `rights.followed`, asked from the dossier's side; a test holds the two together.
"""

from datetime import datetime

from motcua.domain.messages.outbox import Readers
from motcua.domain.vietnamese.dates import local_day

from ..models import Dossier

_FOLLOWERS = """
    select 'account/' || owner.account_id from citizens_person owner
    where %(owner_kind)s = 'cccd' and owner.identity_number = %(owner_number)s and owner.proof <> 'own_word'
      and owner.closed_at is null
    union
    select 'account/' || agent.account_id from citizens_person agent
    join citizens_authority authority on authority.agent_id = agent.id
    where %(owner_kind)s = 'cccd' and authority.identity_number = %(owner_number)s
      and agent.identity_number = %(filed_by)s and agent.proof <> 'own_word' and agent.closed_at is null
      and authority.withdrawn_at is null
      and authority.from_on <= %(on_day)s and (authority.to_on is null or authority.to_on >= %(on_day)s)
    union
    select 'account/' || person.account_id from citizens_business business
    join citizens_member member on member.business_id = business.id and member.until is null
    join citizens_person person on person.id = member.person_id and person.closed_at is null
    where %(owner_kind)s = 'tax_code' and business.tax_code = %(owner_number)s and business.confirmed_at is not null
      and 'follow' = any (member.powers)
"""


def readers_of(dossier: Dossier, at: datetime) -> Readers:
    """The accounts that follow it."""
    given = {
        "owner_kind": dossier.identity_kind,
        "owner_number": dossier.identity_number,
        "filed_by": dossier.submitter_identity or "-",
        "on_day": local_day(at),
    }
    return Readers(_FOLLOWERS, given)
