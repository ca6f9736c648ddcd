"""Chạy tất cả: cơ sở dữ liệu, trang web và các việc theo lịch; dừng bằng Ctrl-C."""

import argparse
import contextlib
import http.client
import os
import socket
import sys
from pathlib import Path

from motcua.cli import demo
from motcua.cli.application import application, bring_up_to_date, step
from motcua.cli.children import Child, attend
from motcua.config import database, embedded, training
from motcua.config.binaries import CannotStart

THREADS = "2"  # of each web worker: more only wait for one another


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--empty", action="store_true", help="bắt đầu với cơ sở dữ liệu trống, không nạp tỉnh mẫu")
    parser.add_argument("--training", action="store_true", help="chạy bản tập huấn, trên dữ liệu riêng (cổng 8001)")
    parser.epilog = "Biến môi trường: PORT (8000), HOST (127.0.0.1), WEB_WORKERS (2), DATA_DIR (var), DATABASE_URL."


def carry_out(options: argparse.Namespace) -> int:
    """Serve pages and run jobs until Ctrl-C or SIGTERM."""
    if options.training:
        training.begin()
    host, port = os.environ.get("HOST") or "127.0.0.1", _port()
    _refuse_a_taken_port(host, port)
    watch = _external if os.environ.get("DATABASE_URL") else _keep_the_database_alive
    with contextlib.ExitStack() as opened:
        with step("Mở cơ sở dữ liệu"):
            os.environ["DATABASE_URL"] = opened.enter_context(database.running())
        accounts = _prepare(empty=options.empty)
        if accounts:
            os.environ |= {"LOCAL_ACCOUNTS": "1", "MOTCUA_DEMO": "1"}
        with contextlib.suppress(KeyboardInterrupt):
            attend([_web(host, port, accounts), _jobs(), *_scanner()], watch=watch)
    return 0


def _port() -> int:
    given = os.environ.get("PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise CannotStart(f"PORT phải là một số từ 1 đến 65535, không phải «{given}».")
    return int(given)


def _refuse_a_taken_port(host: str, port: int) -> None:
    """Say so now: the web server itself would share a port with whoever has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotStart(f"Không mở được cổng {port} ({error.strerror}): hãy đặt PORT khác.") from error


def _external() -> None:
    """Somebody else looks after an external database."""


def _keep_the_database_alive() -> None:
    if embedded.revive(database.data_folder()):
        print("Cơ sở dữ liệu đã dừng, đã khởi động lại.", file=sys.stderr)


def _prepare(*, empty: bool) -> list[str]:
    """Everything that has to be there before the first page; the answer says who can sign in to the demo."""
    with application():
        from motcua.config import assets, translations

        with step("Chuẩn bị cơ sở dữ liệu"):
            bring_up_to_date()
        with step("Chuẩn bị giao diện"):
            assets.collect_if_stale()
            translations.compile_text()
        if not empty:
            demo.load_at_first_start()
        return list(demo.accounts())


def _web(host: str, port: int, accounts: list[str]) -> Child:
    workers = os.environ.get("WEB_WORKERS") or "2"
    command = ["granian", "--interface", "wsgi", "motcua.config.wsgi:application", "--host", host, "--port", str(port)]
    options = ["--workers", workers, "--blocking-threads", THREADS, "--no-ws", "--respawn-failed-workers"]
    patience = ["--workers-kill-timeout", "5", "--log-level", "warning"]
    return Child("Máy chủ web", [*command, *options, *patience], is_ready=lambda: _announce(host, port, accounts))


def _jobs() -> Child:
    return Child("Bộ chạy việc", ["motcua.jobs"])


def _scanner() -> list[Child]:
    """The watch over the folders of scanners, where somebody has made them."""
    folder = Path(os.environ.get("SCANNER_FOLDER") or database.data_folder() / "scanner")
    return [Child("Bộ nhận tệp máy quét", ["motcua", "scanner"])] if folder.is_dir() else []


def _announce(host: str, port: int, accounts: list[str]) -> bool:
    """Once the first page comes, say where to find it and who can sign in."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    print()
    print(*accounts, sep="\n")
    if training.is_on():
        print("ĐÂY LÀ BẢN TẬP HUẤN: dữ liệu không có giá trị.")
    print(f"Một Cửa đang chạy ở http://{'localhost' if host == '127.0.0.1' else host}:{port}/ (dừng: Ctrl-C)\n")
    return True
