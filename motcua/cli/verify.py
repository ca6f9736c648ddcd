"""Kiểm tra chuỗi dấu của nhật ký: dòng nào bị sửa, xóa, đảo chỗ hay chèn thêm."""

import argparse

from motcua.cli.application import application


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("stream", nargs="?", metavar="DÒNG", help="chỉ kiểm tra một dòng sự kiện")


def carry_out(options: argparse.Namespace) -> int:
    """Print each fault; the answer is 1 if there was one."""
    with application():
        from motcua.domain.journal import recording

        faults = 0
        for fault in recording.verify(options.stream):
            print(f"{fault.stream} dòng {fault.number}: {fault.what}")
            faults += 1
    print(f"Nhật ký có {faults} chỗ sai." if faults else "Nhật ký nguyên vẹn.")
    return 1 if faults else 0
