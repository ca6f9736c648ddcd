"""The programs that `run` keeps alive beside itself: the web server and the worker of the jobs."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from motcua.config.binaries import CannotStart

SHORT_LIFE = 5  # seconds: what dies sooner is started again ever more slowly
TRIES = 3  # of a program that never lived longer
LONGEST_WAIT = 30
PATIENCE = 15  # seconds to finish the request or the job at hand
_SIGNAL_AT_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG of Linux
_system = ctypes.CDLL(None)


@dataclass
class Child:
    """One program, started again when it dies."""

    name: str
    command: list[str]
    is_ready: Callable[[], bool] = lambda: True
    started: float = 0
    short_lives: int = 0
    again_at: float | None = None
    has_lived: bool = False
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Start it in a group of its own, and so that it does not outlive us, however we die."""
        self.started, self.again_at = time.monotonic(), None
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.command],
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )

    def keep_alive(self) -> None:
        """Start it again when it is dead: at once after a long life, ever more slowly after short ones."""
        if self.process.poll() is None:
            return
        if self.again_at is None:
            self.again_at = time.monotonic() + self._mourn()
        if time.monotonic() >= self.again_at:
            self.start()

    def _mourn(self) -> int:
        """Clear up after it and say so; the answer is the number of seconds to wait before the next life."""
        self._end_group()
        short = time.monotonic() - self.started < SHORT_LIFE
        self.has_lived = self.has_lived or not short
        self.short_lives = self.short_lives + 1 if short else 0
        if self.short_lives >= TRIES and not self.has_lived:
            raise CannotStart(f"{self.name} dừng ngay sau khi khởi động; lý do ở các dòng trên.")
        wait = min(2**self.short_lives - 1, LONGEST_WAIT)
        print(f"{self.name} đã dừng (mã {self.process.returncode}), khởi động lại sau {wait} giây.", file=sys.stderr)
        return wait

    def stop(self) -> None:
        """Wait until it has finished what it was doing; what is left of it after that is ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        self._end_group()
        self.process.wait()

    def _end_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)


def _die_with_parent() -> None:
    """Linux ends the child when its parent is gone, so that no orphan keeps the port."""
    if sys.platform == "linux":
        _system.prctl(_SIGNAL_AT_DEATH_OF_PARENT, signal.SIGTERM)


def attend(children: Sequence[Child], *, watch: Callable[[], None]) -> None:
    """Start them one after the other, each when the one before is ready; keep them alive until we are interrupted.

    `watch` looks after what they all need, before them.
    """
    running: list[Child] = []
    try:
        while True:
            if len(running) < len(children) and all(child.is_ready() for child in running[-1:]):
                child = children[len(running)]
                child.start()
                running.append(child)
            time.sleep(1 if len(running) == len(children) else 0.1)
            watch()
            for child in running:
                child.keep_alive()
    finally:
        print("Đang dừng …")
        for child in running:
            child.process.terminate()
        for child in running:
            child.stop()
