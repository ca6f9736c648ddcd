"""Which published paper the answers stand for: who answers here does not send that paper as a file as well. Pure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from motcua.domain.regulation.citations import rule


class Asked(Protocol):
    """A paper as it is published: when it is asked, and the name of its form."""

    @property
    def case(self) -> str:
        """In which case it is asked, empty for always."""

    @property
    def required(self) -> bool:
        """Whether nobody can do without."""

    @property
    def form_name(self) -> str:
        """The form it is written on (mẫu đơn, tờ khai)."""


T = TypeVar("T", bound=Asked)


@rule("5.1.d")
def declaration_among(components: Iterable[T]) -> T | None:
    """The declaration (đơn, tờ khai): the first paper that everybody hands in and that has a form to be filled in."""
    return next((each for each in components if each.form_name and each.required and not each.case), None)
