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

SHORT_LIFE = 5  # seconds: what dies sooner, three times in a row, will not get better
TRIES = 3
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
    failures: int = 0
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Start it in a group of its own, and so that it does not outlive us, however we die."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.command],
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )

    def keep_alive(self) -> None:
        """Start it again if it is dead, unless that has proved useless."""
        if self.process.poll() is None:
            return
        self._end_group()
        self.failures = self.failures + 1 if time.monotonic() - self.started < SHORT_LIFE else 1
        if self.failures >= TRIES:
            raise CannotStart(f"{self.name} dừng ngay sau khi khởi động; lý do ở các dòng trên.")
        print(f"{self.name} đã dừng (mã {self.process.returncode}), đang khởi động lại.", file=sys.stderr)
        self.start()

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


def attend(children: Sequence[Child]) -> None:
    """Start them one after the other, each when the one before is ready; keep them alive until we are interrupted."""
    running: list[Child] = []
    try:
        while True:
            if len(running) < len(children) and all(child.is_ready() for child in running[-1:]):
                child = children[len(running)]
                child.start()
                running.append(child)
            time.sleep(1 if len(running) == len(children) else 0.1)
            for child in running:
                child.keep_alive()
    finally:
        for child in running:
            child.process.terminate()
        for child in running:
            child.stop()
