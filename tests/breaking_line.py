"""A line on loopback between a browser and the server, which breaks while a file is on its way."""

import asyncio
import re
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from urllib.parse import urlsplit

AT_ONCE = 16 * 1024
_BEGINS = re.compile(rb"[A-Z]+ /")
_PIECE_OF_A_FILE = b"PATCH /gui-tep/tus/"


@dataclass
class BreakingLine:
    """Passes everything on; cuts a connection that has brought `after` bytes of a file, so many times."""

    server: str
    breaks: int
    after: int
    broken: int = 0
    url: str = ""

    async def serve(self, stands: Event) -> None:
        """Until somebody says that it is over."""
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(self._connected, "localhost", 0) as listens:
            self.url = f"http://localhost:{listens.sockets[0].getsockname()[1]}"
            stands.set()
            await self._over.wait()

    def close(self) -> None:
        """It is over, said by another thread."""
        self._loop.call_soon_threadsafe(self._over.set)

    async def _connected(self, browser: StreamReader, to_browser: StreamWriter) -> None:
        where = urlsplit(self.server)
        server, to_server = await asyncio.open_connection(where.hostname, where.port)
        async with _closed(to_browser), _closed(to_server):
            ways = [asyncio.create_task(each) for each in (self._there(browser, to_server), _back(server, to_browser))]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()

    async def _there(self, browser: StreamReader, to_server: StreamWriter) -> None:
        passed, of_a_file = 0, False
        while data := await browser.read(AT_ONCE):
            if _BEGINS.match(data):
                passed, of_a_file = 0, data.startswith(_PIECE_OF_A_FILE)
            to_server.write(data)
            await to_server.drain()
            passed += len(data)
            if of_a_file and passed > self.after and self.broken < self.breaks:
                self.broken += 1
                return


async def _back(server: StreamReader, to_browser: StreamWriter) -> None:
    while data := await server.read(AT_ONCE):
        to_browser.write(data)
        await to_browser.drain()


@asynccontextmanager
async def _closed(side: StreamWriter) -> AsyncIterator[None]:
    try:
        yield
    finally:
        side.close()
        with suppress(ConnectionError):
            await side.wait_closed()


@contextmanager
def breaking_line(server: str, *, breaks: int, after: int) -> Iterator[BreakingLine]:
    """The line while a test goes over it."""
    line, stands = BreakingLine(server, breaks, after), Event()
    serving = Thread(target=lambda: asyncio.run(line.serve(stands)))
    serving.start()
    stands.wait()
    try:
        yield line
    finally:
        line.close()
        serving.join()
