"""What was handed in once need not be photographed again; it stays its owner's."""

import pytest

from motcua.domain.filing import drafts, own_papers, queries
from motcua.domain.filing.models import OwnPaper
from motcua.domain.listing import Place
from motcua.domain.uploads.models import IncomingFile
from tests.citizens import BINH, a_citizen
from tests.filing import MONDAY, AtHome, with_own_form
from tests.moments import moment
from tests.racing import at_once
from tests.world import World

pytestmark = pytest.mark.clause("5.1.d", "4.1.c")
TUESDAY = moment("2024-05-28 10:00")


def mine(home: AtHome) -> list[OwnPaper]:
    return own_papers.own_papers(home.person, Place()).rows


def test_a_paper_of_one_matter_is_handed_in_for_another(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    paper = mine(home)[0]
    other = AtHome(world)
    draft, asked = other.begun(), other.needed()[1]
    own_papers.hand_in_again(paper.scan, paper.name, submission=draft, component_id=asked.pk, at=TUESDAY)
    sent = IncomingFile.objects.get(place=draft.place_of(asked.pk))
    assert (sent.holder, sent.state, sent.name) == (drafts.holder_of(home.person), "kept", f"{paper.name}.pdf")
    other.sends(draft, other.needed()[0], at=TUESDAY)
    handed_in = other.submits(draft, TUESDAY)
    assert queries.whole(handed_in).papers[1].scan.file == paper.scan.file
    used = own_papers.uses_of([paper], by=home.person)[paper.sha256]
    assert [each.procedure for each in used] == [home.version.name, other.version.name]


def test_what_is_answered_on_the_screen_is_not_kept_for_another_matter(world: World) -> None:
    home = with_own_form(world)
    home.submitted()
    assert [each.name for each in mine(home)] == ["Căn cước công dân của chủ hộ"]


def test_the_same_file_stands_once_under_its_own_name_until_it_is_removed(world: World) -> None:
    home = AtHome(world)
    handed_in = home.submitted()
    paper = own_papers.rename(mine(home)[0], "  Căn cước mặt trước ")
    own_papers.remember(queries.whole(handed_in).papers, of=home.person, at=TUESDAY)
    assert [each.name for each in mine(home)].count("Căn cước mặt trước") == 1 and len(mine(home)) == 2
    with pytest.raises(own_papers.NoName):
        own_papers.rename(paper, " ")
    own_papers.remove(paper)
    assert len(mine(home)) == 1 and len(queries.whole(handed_in).papers) == 2


def test_a_paper_beside_files_that_are_there_is_refused_like_a_file(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    other = AtHome(world)
    draft, asked = other.begun(), other.needed()[0]
    other.sends(draft, asked)
    paper = mine(home)[0]
    with pytest.raises(own_papers.Refused, match="đã có tệp"):
        own_papers.hand_in_again(paper.scan, paper.name, submission=draft, component_id=asked.pk, at=TUESDAY)


def test_nobody_finds_anybody_elses(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    binh = a_citizen(BINH)
    with pytest.raises(OwnPaper.DoesNotExist):
        own_papers.own_paper(binh, mine(home)[0].pk)
    assert not own_papers.has_any(binh) and own_papers.has_any(home.person)
    assert own_papers.uses_of(mine(home), by=binh) == {}


@pytest.mark.django_db(transaction=True)
def test_eight_handings_in_of_one_file_leave_one_paper(transactional_db: None, world: World) -> None:
    home = AtHome(world)
    papers = queries.whole(home.submitted()).papers
    OwnPaper.objects.all().delete()
    at_once(lambda _: own_papers.remember(papers, of=home.person, at=MONDAY))
    assert OwnPaper.objects.count() == 2
