"""The training copy never opens real data, and the real program never opens a training copy."""

import os
import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from motcua.config import database, training
from motcua.config.binaries import CannotStart
from motcua.domain.dossiers import numbering
from motcua.domain.papers.forms import form_for
from motcua.domain.papers.render import render
from tests.papers import samples
from tests.papers.reading import text_of


@pytest.fixture
def address(db: None) -> Iterator[str]:
    """An empty database beside that of the tests."""
    given = connection.settings_dict
    where = f"host={quote(given['HOST'], safe='')}&port={given['PORT'] or 5432}"
    server = f"postgresql://{given['USER']}:{quote(given['PASSWORD'])}@/postgres?{where}"
    with psycopg.connect(server, autocommit=True) as admin:
        name = f"{given['NAME']}_training"  # beside others that run at the same time
        admin.execute(f"drop database if exists {name} with (force)")
        admin.execute(f"create database {name}")
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        admin.execute(f"drop database {name} with (force)")


@pytest.fixture
def practising(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """This program as a training copy."""
    monkeypatch.setenv("TRAINING", "1")
    return monkeypatch


def tables(address: str) -> list[str]:
    with psycopg.connect(address) as asked:
        rows = asked.execute("select tablename from pg_tables where schemaname = 'public' order by 1").fetchall()
    return [name for (name,) in rows]


def test_an_empty_database_gets_the_mark_and_is_opened_again(practising, address):
    training.check(address)
    training.check(address)
    assert tables(address) == ["motcua_ban_tap_huan"]


def test_the_real_program_opens_no_training_copy(practising, address):
    training.check(address)
    practising.delenv("TRAINING")
    with pytest.raises(CannotStart, match="của bản tập huấn"):
        training.check(address)
    practising.setenv("DATABASE_URL", address)
    with pytest.raises(CannotStart, match="của bản tập huấn"), database.running():
        pass


def test_a_training_copy_opens_no_real_data_and_throws_none_away(practising, address):
    with psycopg.connect(address) as real:
        real.execute("create table dossiers_dossier (id int)")
    for do in (training.check, training.empty):
        with pytest.raises(CannotStart, match="không mở dữ liệu thật"):
            do(address)
    assert tables(address) == ["dossiers_dossier"]


def test_the_real_program_leaves_an_empty_database_unmarked(monkeypatch, address):
    monkeypatch.delenv("TRAINING", raising=False)
    training.check(address)
    assert tables(address) == []
    with pytest.raises(CannotStart, match="Chỉ đặt lại được bản tập huấn"):
        training.empty(address)


def test_what_was_practised_is_thrown_away_and_the_mark_stays(practising, address):
    training.check(address)
    with psycopg.connect(address) as copy:
        copy.execute("create table dossiers_dossier (id int)")
    training.empty(address)
    assert tables(address) == ["motcua_ban_tap_huan"]


def test_its_data_lie_in_a_folder_of_their_own(practising, tmp_path):
    practising.setenv("DATA_DIR", str(tmp_path))
    assert database.data_folder() == tmp_path / "tap-huan"
    practising.delenv("TRAINING")
    assert database.data_folder() == tmp_path
    assert "TRAINING" not in os.environ


@pytest.mark.django_db
def test_codes_end_in_the_mark(settings):
    settings.CODE_SUFFIX = training.SUFFIX
    assert numbering.next_code("000.00.00.H49", samples.HEAD.issued_on) == "000.00.00.H49-190527-0001-TH"


@pytest.mark.django_db
def test_every_page_says_so_in_another_colour(settings):
    assert "BẢN TẬP HUẤN" not in Client().get("/").content.decode()
    settings.TRAINING = True
    page = Client().get("/").content.decode()
    assert "BẢN TẬP HUẤN" in page
    assert re.search('<body class="[^"]* training"', page)


def test_every_paper_says_so_across_the_page(settings):
    form, facts = form_for("apology", samples.HEAD.issued_on), samples.APOLOGY
    assert "KHÔNG CÓ GIÁ TRỊ" not in text_of(render(form, facts, number="05/PXL"))
    settings.TRAINING = True
    assert "KHÔNG CÓ GIÁ TRỊ" in text_of(render(form, facts, number="05/PXL")).replace("\n", " ")


def test_these_tests_are_no_training_copy():
    assert not settings.TRAINING
