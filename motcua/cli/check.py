"""Kiểm tra những điều luôn phải đúng: mỗi điều một dòng; có chỗ sai thì kết thúc bằng mã khác 0."""

import argparse
from itertools import chain, islice

from motcua.cli.application import application

SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=f"in mọi chỗ sai, không chỉ {SHOWN} chỗ đầu của mỗi điều")


def carry_out(options: argparse.Namespace) -> int:
    """Print a line for each rule and, below a broken one, where it is broken."""
    with application():
        from motcua.domain.dossiers import checks
        from motcua.domain.feedback import told as feedback
        from motcua.domain.feedback.reports import told as reports
        from motcua.domain.filing import checks as filing
        from motcua.domain.mailbox import told as mailbox
        from motcua.domain.quality import checks as quality
        from motcua.domain.questions import told as questions
        from motcua.domain.satisfaction import counting as satisfaction

        sound = True
        of_feedback = (feedback.invariants(), reports.invariants(), mailbox.invariants())
        of_measures = (quality.invariants(), satisfaction.invariants())
        of_questions = (questions.invariants(), filing.invariants())
        for rule in chain(checks.invariants(), *of_questions, *of_feedback, *of_measures):
            print(f"{rule.mark:>4}  {rule.says} …", end=" ", flush=True)
            broken = iter(rule.broken)
            shown = list(broken if options.all else islice(broken, SHOWN))
            rest = sum(1 for _ in broken)
            print(f"SAI {len(shown) + rest} chỗ" if shown else "đúng")
            for place in shown:
                print(f"      {place}")
            sound = sound and not shown
    return 0 if sound else 1
