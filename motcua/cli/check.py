"""Kiểm tra những điều luôn phải đúng: mỗi điều một dòng; có chỗ sai thì kết thúc bằng mã khác 0."""

import argparse
from itertools import islice

from motcua.cli.application import application

SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=f"in mọi chỗ sai, không chỉ {SHOWN} chỗ đầu của mỗi điều")


def carry_out(options: argparse.Namespace) -> int:
    """Print a line for each rule and, below a broken one, where it is broken."""
    with application():
        from motcua.domain import invariants

        sound = True
        for rule in invariants.every():
            print(f"{rule.mark:>4}  {rule.says} …", end=" ", flush=True)
            broken = iter(rule.broken)
            shown = list(broken if options.all else islice(broken, SHOWN))
            rest = sum(1 for _ in broken)
            print(f"SAI {len(shown) + rest} chỗ" if shown else "đúng")
            for place in shown:
                print(f"      {place}")
            sound = sound and not shown
    return 0 if sound else 1
