"""The intake screen: one form from the person to the receipt, read and shown again as often as needed."""

from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from motcua.domain.counters import drafts
from motcua.domain.dossiers import files, guidance, intake, queries, received_anew
from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.listing import Place
from motcua.domain.procedures import arrangements
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.tariff import tariff_of_all, tariff_on
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.vietnamese.citizen_card import read_card
from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.identity import identity_number
from motcua.domain.vietnamese.text import NotValid
from motcua.domain.working_days.explanation import Explanation
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.entrance import OfficialRequest, found
from motcua.web.components.typed import Several

from . import anew, drafting, lot, papers, scanning, show
from .forms import ApplicantForm, DecisionForm, FilingForm, SubmitterForm

SHOWN = 8
PERSON = ("identity_number", "name", "phone", "address")
RECEIVE, GUIDE, REFUSE = "receive", "guide", "refuse"


@dataclass(frozen=True)
class Asked:
    """What the official asked of the form: to look something up in it, or to decide."""

    decide: str
    version: str
    fill: str
    mark_all: bool
    suggest: bool

    @classmethod
    def by(cls, sent: QueryDict, chosen: str) -> "Asked":
        """What the pressed button says; a choice made by button goes before the one made earlier."""
        decide = sent.get("decide", "")
        return cls(
            decide=decide if decide in (RECEIVE, GUIDE, REFUSE, lot.ANOTHER) else "",
            version=sent.get("choose", sent.get("version", chosen)),
            fill=sent.get("fill", ""),
            mark_all=sent.get("mark") == "all",
            suggest="suggest" in sent,
        )


class Intake:
    """What was typed so far, and what it means: the procedure, the checklist, the due date, earlier dossiers."""

    def __init__(self, request: OfficialRequest) -> None:
        self.by, self.at = request.officer, request.at
        one_stop = queries.one_stop_of(self.by, self.at)
        if one_stop is None:
            raise NotAllowed("Bạn chưa được bố trí ở nơi tiếp nhận hồ sơ nào.", "3.3-1")
        self.one_stop = one_stop
        self.is_new = request.method == "GET" and not request.GET
        self.sent = drafting.taken_up(request) or lot.begun(request) or copy(request.POST)
        self.asked = Asked.by(self.sent, request.GET.get("thu-tuc", ""))
        self.key = drafting.key_kept(self.sent.get("key", ""))
        self.request, self.lot_keys = request, lot.keys_of(self.sent.get(lot.FIELD, ""))
        self.lot = lot.put_by(request, self.lot_keys)
        self.card_error = self._read_card()
        self.wrong = anew.wrong_one(self)
        self._fill_from_earlier()
        self.scanner = scanning.Scanner(self.by, self.one_stop, scanning.counter_of(request), self.at)
        if "unscan" in self.sent:
            scanning.take_away(self.sent, key=self.key, by=self.by)
        self.words = self.sent.get("words", request.GET.get("tim", ""))
        self._choose()
        self._read_forms()
        scanning.take_in(request, self.papers, key=self.key, by=self.by, at=self.at)
        self.scanner_error = ""
        if where := request.POST.get("from_scanner"):
            picked = request.POST.get("picked", "")
            self.scanner_error = scanning.put(
                self.papers, where=where, picked=picked, scanner=self.scanner, key=self.key
            )

    def is_ready(self) -> bool:
        """Whether what was typed can be decided on; every fault is said at its field."""
        return self.forms.is_valid() and not self.troubles

    @property
    def troubles(self) -> list[str]:
        """What stands in the way beside the fields: no procedure yet, a file that could not be taken in."""
        without = ["Hãy chọn thủ tục."] if self.asked.decide and self.version is None else []
        return without + [paper.why for paper in self.papers if paper.why]

    def decide(self) -> str:
        """Make the one call that was asked for, and say where to go."""
        return {RECEIVE: self._receive, GUIDE: self._guide, REFUSE: self._refuse}[self.asked.decide]()

    def keep(self) -> bool:
        """Keep what was typed as a draft, once there is something worth keeping."""
        if not (self.begun or self.version or self.words.strip()):
            return False
        about = self.handled.name if self.handled else self.words
        name = str(self.applicant["name"].value() or "")
        return drafts.keep(UUID(self.key), drafts.Typed(drafting.as_shown(self), name, about), by=self.by, at=self.at)

    @property
    def today(self) -> date:
        """The day by the calendar of Vietnam."""
        return local(self.at).date()

    @property
    def channel(self) -> str:
        """How the dossier came."""
        return str(self.filing["channel"].value())

    @property
    def number(self) -> str:
        """The number of the owner, as it is stored, as far as it is right."""
        kind, number = self.applicant["identity_kind"].value(), self.applicant["identity_number"].value()
        try:
            return identity_number(kind, number or "")
        except ValueError:
            return ""

    @cached_property
    def handled(self) -> procedures.Handled | None:
        """The chosen procedure."""
        return procedures.handled(self.version.pk) if self.version else None

    @cached_property
    def ways(self) -> list[Any]:
        """What the department and the Centre have agreed for this special procedure (4.1.a-2)."""
        return arrangements.in_force(self.version.procedure_id, self.today) if self.version else []

    @property
    def by_appointment(self) -> bool:
        """Whether the official of the department comes at an hour that is agreed now."""
        return any(each.kind == ArrangementKind.BY_APPOINTMENT for each in self.ways)

    @cached_property
    def fees(self) -> list[Any]:
        """What is to be paid."""
        return tariff_on(self.version.procedure_id, self.today, self.channel) if self.version else []

    @cached_property
    def due(self) -> Explanation | None:
        """When the result would be due if the dossier were received now, and why."""
        if self.handled is None:
            return None
        limit = self.handled.limits.get(self.channel) or self.handled.limits.get(Channel.COUNTER)
        return calendar_for(self.one_stop.code).explain(self.at, limit) if limit else None

    @cached_property
    def shares(self) -> list[tuple[str, int, datetime]]:
        """The share of each body where several settle it, if it were received now."""
        if self.handled is None:
            return []
        scanned = bool(self.papers) and all(paper.scan_id for paper in self.papers if paper.component.required)
        electronic = self.channel == Channel.ONLINE or scanned
        return leg_queries.foreseen(self.handled.procedure_id, self.at, electronic=electronic)

    @cached_property
    def listed(self) -> procedures.Found | None:
        """The procedures that the words bring up."""
        if self.version or not self.words.strip():
            return None
        return procedures.catalogue(procedures.Search(self.words), on=self.today, place=Place(size=SHOWN))

    @cached_property
    def offered(self) -> list[tuple[Any, str]]:
        """The procedures to choose from, each with what it costs: those found, else those that sound like the words."""
        rows = list(self.listed.rows) or procedures.nearest(self.words, on=self.today) if self.listed else []
        fees = tariff_of_all([row.procedure_id for row in rows], self.today)
        return [(row, show.fees_in_words(fees.get(row.procedure_id, []))) for row in rows]

    @cached_property
    def earlier(self) -> list[Any]:
        """What the same person filed before."""
        return queries.earlier_of(self.by, self.number, self.at) if self.number else []

    @cached_property
    def twins(self) -> list[Any]:
        """The open dossiers of the same person for the same procedure."""
        return intake.open_twins(self.version.procedure_id, self.number) if self.version and self.number else []

    @cached_property
    def waiting_drafts(self) -> list[Any]:
        """What the official had begun before; offered on a new form only."""
        return drafts.mine(self.by, self.at) if self.is_new else []

    @property
    def begun(self) -> bool:
        """Whether anything is known of the person."""
        return any(self.applicant[name].value() for name in PERSON)

    def _read_card(self) -> str:
        text = self.sent.get("card", "")
        if not text.strip():
            return ""
        try:
            card = read_card(text)
        except NotValid as wrong:
            return wrong.sentence
        known = {"identity_number": card.number, "name": card.name, "address": card.address}
        self.type_in(**known, kind="person", identity_kind="cccd", card="")
        return ""

    def _fill_from_earlier(self) -> None:
        if self.asked.fill:
            before = found(queries.dossier, self.by, self.asked.fill, self.at)
            known = {"name": before.applicant_name, "phone": before.phone, "address": before.address}
            self.type_in(**known, email=before.email, kind=before.applicant_kind)

    def type_in(self, **fields: str) -> None:
        """Fill fields as if they had been typed."""
        for name, value in fields.items():
            self.sent[name] = value

    def _choose(self) -> None:
        self.version = self._version(self.asked.version)
        if self.version is None and not self.asked.suggest and self.listed and self.listed.count.number == 1:
            self.version = self._version(str(self.listed.rows[0].version_id))

    def _version(self, pk: str) -> Any:
        return found(queries.version_to_file, int(pk), self.at) if pk.isdecimal() else None

    def _read_forms(self) -> None:
        sent, check = self.sent, bool(self.asked.decide)
        self.applicant = ApplicantForm.of(sent, check=check)
        self.submitter = SubmitterForm.of(sent, check=check)
        self.filing = FilingForm.of(sent, check=check)
        self.decision = DecisionForm.of(sent, check=check)
        components = self.handled.components if self.handled else ()
        marked = papers.Mark.THERE if self.asked.mark_all else None
        self.papers = papers.checklist(components, sent, check=check and self.asked.decide != REFUSE, marked=marked)
        self.applicant.fit_kind()
        if "card" in sent and self.begun and not check:
            self.applicant.wait_at(next((name for name in PERSON if not self.applicant[name].value()), ""))
        if self.asked.decide == GUIDE:
            self.applicant.merely("name")
            for paper in self.papers:
                paper.form.merely()
        if self.asked.decide == REFUSE:
            self.decision.need_reason()
        lines = [paper.form for paper in self.papers if paper.form.is_bound]
        self.forms = Several([self.applicant, self.submitter, self.filing, *lines, self.decision])

    def _filing(self) -> intake.Filing:
        given = self.filing.cleaned_data
        return intake.Filing(
            version=self.version,
            one_stop=self.one_stop,
            applicant=self.applicant.applicant(),
            channel=given["channel"],
            submitter=self.submitter.submitter(),
            summary=given["summary"],
            meets_at=self.filing.meets_at,
            copies=given["copies"],
            return_by=given["return_by"],
        )

    def to_receive(self) -> intake.Filing:
        """What comes over the counter, with its papers and scans."""
        brought = papers.brought(self.papers)
        draft = files.draft_stream(self.by, self.key) if any(each.scan_id for each in brought) else ""
        return replace(self._filing(), brought=brought, draft=draft)

    def _receive(self) -> str:
        if self.lot_keys:
            return lot.receive(self.request, self)
        seen = self.decision.cleaned_data["duplicate_seen"]
        receive = partial(received_anew.receive_anew, self.wrong) if self.wrong else intake.receive
        dossier = receive(filing=self.to_receive(), by=self.by, at=self.at, duplicate_seen=seen)
        return reverse("counter:dossier", args=[dossier.code])

    def _guide(self) -> str:
        person = self.applicant.cleaned_data
        asking = guidance.Asking(
            self.version, self.one_stop, person["name"], person.get("phone", ""), person.get("identity_number", "")
        )
        advice = self.decision.cleaned_data["advice"]
        given = guidance.guide(asking, faults=papers.faults(self.papers), advice=advice, by=self.by, at=self.at)
        return reverse("counter:guidance", args=[given.pk])

    def _refuse(self) -> str:
        reason = self.decision.cleaned_data["reason"]
        dossier = intake.refuse_to_receive(self._filing(), reason=reason, by=self.by, at=self.at)
        return reverse("counter:refused", args=[dossier.pk])
