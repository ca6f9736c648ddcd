"""A paper filled in to show how: marked MẪU on every page, shown with what is in force, read again with a new one."""

import io

import pikepdf
import pytest

from motcua.domain.papers import pictures
from motcua.domain.papers.scans import bytes_of
from motcua.domain.papers.uploads import ScanRefused, Upload
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Component
from motcua.domain.questions import samples
from motcua.domain.questions.models import SampleForm
from motcua.domain.questions.samples import NotCurrent, NothingThere
from motcua.domain.regulation.answers import NotAllowed
from tests.moments import moment
from tests.papers import corpus
from tests.questions import MONDAY, TUESDAY
from tests.racing import all_follow, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "4.1.b", "5.1.d")
NEXT_YEAR = moment("2025-06-02")
FILE = Upload("giay-de-nghi.pdf", corpus.pdf(pages=2))


def first_of(world: World) -> Component:
    """The paper that everybody hands in."""
    return world.version.components.get(position=1)


def added(world: World) -> SampleForm:
    """Thu has put one in."""
    return samples.add_sample(first_of(world), FILE, by=world["thu"], at=MONDAY)


def revised(world: World) -> None:
    """Another version is in force from next year."""
    draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=TUESDAY)
    catalogue.publish_procedure(draft, valid_from=NEXT_YEAR.date(), by=world["mai"], at=TUESDAY)


def test_every_page_says_that_it_is_a_sample(world: World) -> None:
    data = bytes_of(added(world).scan)
    assert pictures.text_of(data).count("MẪU") == 2
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2


def test_a_photo_becomes_a_marked_page(world: World) -> None:
    photo = Upload("anh.jpg", corpus.jpeg())
    assert "MẪU" in pictures.text_of(
        bytes_of(samples.add_sample(first_of(world), photo, by=world["thu"], at=MONDAY).scan)
    )
    with pytest.raises(ScanRefused):
        samples.add_sample(first_of(world), Upload("a.exe", b"MZ" * 50), by=world["thu"], at=MONDAY)


def test_the_public_finds_it_by_the_place_of_the_paper(world: World) -> None:
    sample, code = added(world), world.version.procedure.code
    assert samples.public_sample(code, 1, MONDAY.date()) == sample
    assert samples.samples_of(world.version) == {1: sample}
    for which in ((code, 2), ("9.9", 1)):
        with pytest.raises(SampleForm.DoesNotExist):
            samples.public_sample(*which, MONDAY.date())


def test_a_better_one_takes_its_place_and_it_can_be_taken_away(world: World) -> None:
    first, second = added(world), added(world)
    first.refresh_from_db()
    assert first.withdrawn_at == MONDAY
    for name in ("binh", "lan"):
        with pytest.raises(NotAllowed):
            samples.add_sample(first_of(world), FILE, by=world[name], at=MONDAY)
        with pytest.raises(NotAllowed):
            samples.withdraw_sample(second, by=world[name], at=MONDAY)
    samples.withdraw_sample(second, by=world["thu"], at=MONDAY)
    with pytest.raises(NothingThere):
        samples.withdraw_sample(second, by=world["thu"], at=MONDAY)
    assert samples.samples_of(world.version) == {}


def test_a_new_version_shows_it_only_after_it_was_read_again(world: World) -> None:
    sample, code = added(world), world.version.procedure.code
    with pytest.raises(NothingThere):
        samples.carry_samples(world.version, by=world["thu"], at=MONDAY)
    revised(world)
    with pytest.raises(SampleForm.DoesNotExist):
        samples.public_sample(code, 1, NEXT_YEAR.date())
    with pytest.raises(NotCurrent):
        samples.add_sample(first_of(world), FILE, by=world["thu"], at=NEXT_YEAR)
    now = world.version.procedure.versions.get(number=2)
    with pytest.raises(NotAllowed):
        samples.carry_samples(now, by=world["binh"], at=NEXT_YEAR)
    (carried,) = samples.carry_samples(now, by=world["thu"], at=NEXT_YEAR)
    assert carried.scan == sample.scan
    assert samples.public_sample(code, 1, NEXT_YEAR.date()) == carried


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_leave_one_sample_and_one_takes_it_away(transactional_db: None, world: World) -> None:
    all_follow(samples.add_sample, first_of(world), file=FILE, by=world["thu"], at=MONDAY)
    sample = SampleForm.objects.get(withdrawn_at=None)
    revised(world)
    now = world.version.procedure.versions.get(number=2)
    one_wins(samples.carry_samples, now, by=world["thu"], at=NEXT_YEAR)
    one_wins(samples.withdraw_sample, sample, by=world["thu"], at=NEXT_YEAR)
