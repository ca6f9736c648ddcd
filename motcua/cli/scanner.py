"""Nhận tệp mà máy quét để vào thư mục của từng quầy, cho đến khi dừng bằng Ctrl-C."""

import argparse
import threading

from motcua.cli.application import application

BETWEEN = 2  # seconds from one look to the next


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Biến môi trường: SCANNER_FOLDER (mặc định: scanner trong DATA_DIR). Thư mục của một quầy: "
        "SCANNER_FOLDER/<mã nơi tiếp nhận>/<tên quầy>/."
    )


def carry_out(options: argparse.Namespace) -> int:
    """Look every two seconds."""
    with application():
        from django.utils import timezone

        from motcua.domain.counters.scanner import Watch

        watch, pause = Watch(), threading.Event()
        while True:
            for arrival in watch.look(timezone.now()):
                print(f"{arrival.counter}: {arrival.name}: {arrival.why or 'đã nhận'}")
            pause.wait(BETWEEN)
