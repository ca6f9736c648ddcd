"""Chạy một lệnh khác với cơ sở dữ liệu đang bật: motcua database -- psql."""

import argparse
import os
import subprocess

from motcua.config import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="-- LỆNH", help="nhận địa chỉ qua DATABASE_URL")


def carry_out(options: argparse.Namespace) -> int:
    """Run it; its answer is ours."""
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    with database.running() as address:
        if not command:
            print(address)
            return 0
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}, check=False).returncode
