"""Bản tập huấn: chạy, hoặc đặt lại như mới (motcua training reset). Không bao giờ mở dữ liệu thật."""

import argparse
import shutil

from motcua.cli import demo
from motcua.cli.application import application, bring_up_to_date, step
from motcua.config import database, training


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("reset",), help="reset: bỏ mọi dữ liệu tập huấn và nạp lại tỉnh mẫu")


def carry_out(options: argparse.Namespace) -> int:
    """Throw away what was practised and load the demo anew."""
    training.begin()
    with database.running() as address, step("Bỏ dữ liệu tập huấn cũ"):
        training.empty(address)
        shutil.rmtree(database.data_folder() / "files", ignore_errors=True)
    with application():
        with step("Chuẩn bị cơ sở dữ liệu"):
            bring_up_to_date()
        demo.load_at_first_start()
        print(*demo.accounts(), sep="\n")
    return 0
