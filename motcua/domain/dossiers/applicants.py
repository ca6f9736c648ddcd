"""Who owns a matter and who brings it: checked by Vietnamese rules before anything is written."""

from dataclasses import dataclass, replace

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.text import clean

from .terms import IDENTITIES, ApplicantKind, IdentityKind


class NotAnApplicant(Refused):
    """Something about the person can not be right: the sentence says what."""

    clause = "5.1.đ-2"


@dataclass(frozen=True)
class Applicant:
    """The owner of the matter."""

    kind: str
    name: str
    identity_kind: str
    identity_number: str
    phone: str
    address: str
    email: str = ""

    def checked(self) -> "Applicant":
        """The same applicant, tidied; raises `NotAnApplicant` with the reason."""
        if not clean(self.name) or not clean(self.address):
            raise NotAnApplicant("Phải ghi họ tên và địa chỉ của chủ hồ sơ.")
        if self.identity_kind not in IDENTITIES[ApplicantKind(self.kind)]:
            kind, paper = ApplicantKind(self.kind).label, IdentityKind(self.identity_kind).label
            raise NotAnApplicant(f"{kind} không dùng {paper.lower()} để nộp hồ sơ.")
        try:
            number = identity.identity_number(self.identity_kind, self.identity_number)
            phone = identity.phone(self.phone)
        except identity.NotValid as fault:
            raise NotAnApplicant(str(fault)) from None
        return replace(
            self,
            name=clean(self.name),
            address=clean(self.address),
            email=clean(self.email),
            identity_number=number,
            phone=phone,
        )


@dataclass(frozen=True)
class Submitter:
    """Who stands at the counter, when it is not the owner: a relative or somebody authorised."""

    name: str
    identity_number: str = ""
    phone: str = ""
