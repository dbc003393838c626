"""A TCP proxy between one service and one server, at which a connection can be cut, an acknowledgement swallowed, and
time and bytes taken away.

One thread serves all links. A link is told what to do from other threads by plain attributes, which it looks at with
each chunk."""

import asyncio
import socket
import struct
import threading
from dataclasses import dataclass

from .wire import KafkaTalk, PostgresTalk

CHUNK = 16384


@dataclass
class Trouble:
    """What a link does to its connections, until it is taken back or has struck."""
    cut_after: int | None = None  # bytes towards the service after which its connection breaks, once
    swallow: bool = False  # the next acknowledgement never arrives, and the connection breaks; once
    delay: float = 0  # seconds for each chunk
    rate: float = 0  # bytes a second, 0 without bound
    away: bool = False  # nobody answers: connections break and none is taken
    struck: int = 0  # how many connections were broken


@dataclass(eq=False)
class Connection:
    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    talk: KafkaTalk | PostgresTalk
    deaf: bool = False  # what the server says from now on is swallowed

    def cut(self):
        """Both ends see a reset, as when a cable is pulled."""
        for writer in (self.client, self.server):
            found = writer.get_extra_info("socket")
            if found is not None:
                try:
                    found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                except OSError:
                    pass
            writer.transport.abort()


class Link:
    """One listening port; what connects to it reaches the server's port."""

    def __init__(self, proxies, name, port, protocol):
        self.name, self.server_port, self.protocol = name, port, protocol
        self.trouble = Trouble()
        self._connections = set()
        self._proxies = proxies
        self._server = proxies.call(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]

    def calm(self):
        """Troubles nobody any more."""
        self.trouble = Trouble(struck=self.trouble.struck)

    def close(self):
        self._server.close()

    def cut(self):
        """Breaks all connections now; how many there were."""
        return self._proxies.call(self._cut())

    async def _cut(self):
        there = list(self._connections)
        for connection in there:
            connection.cut()
        self.trouble.struck += len(there)
        return len(there)

    async def _accept(self, reader, writer):
        if self.trouble.away:
            writer.transport.abort()
            return
        try:
            answers, server = await asyncio.open_connection("127.0.0.1", self.server_port)
        except OSError:
            writer.transport.abort()
            return
        talk = KafkaTalk(self.server_port, self.port) if self.protocol == "kafka" else PostgresTalk()
        connection = Connection(writer, server, talk)
        for stream in (writer, server):
            stream.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connections.add(connection)
        try:
            await asyncio.gather(self._forth(reader, connection), self._back(answers, connection))
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(connection)
            connection.client.transport.abort()
            connection.server.transport.abort()

    async def _forth(self, reader, connection):
        """Requests are always handed on, so that the server does what it is asked before its answer is lost."""
        while chunk := await reader.read(CHUNK):
            await self._hold_up(len(chunk))
            if connection.talk.asks_acknowledgement(chunk) and self.trouble.swallow:
                self.trouble.swallow, connection.deaf = False, True
            connection.server.write(chunk)
            await connection.server.drain()
        connection.server.close()

    async def _back(self, reader, connection):
        while chunk := await reader.read(CHUNK):
            await self._hold_up(len(chunk))
            if connection.deaf:
                self.trouble.struck += 1
                connection.cut()
                return
            if self.trouble.cut_after is not None:
                self.trouble.cut_after -= len(chunk)
                if self.trouble.cut_after <= 0:
                    chunk = chunk[:len(chunk) + self.trouble.cut_after]
                    self.trouble.cut_after = None
                    connection.client.write(chunk)
                    self.trouble.struck += 1
                    await asyncio.sleep(0)
                    connection.cut()
                    return
            connection.client.write(connection.talk.answers(chunk))
            await connection.client.drain()
        connection.client.close()

    async def _hold_up(self, size):
        trouble = self.trouble
        if trouble.delay:
            await asyncio.sleep(trouble.delay)
        if trouble.rate:
            await asyncio.sleep(size / trouble.rate)


class Proxies:
    """All links, in a thread of their own."""

    def __init__(self):
        self._links = []
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="proxies", daemon=True)
        self._thread.start()

    def link(self, name, port, protocol):
        self._links.append(Link(self, name, port, protocol))
        return self._links[-1]

    def call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)

    def stop(self):
        """Everybody is hung up on, and nobody taken any more."""
        self.call(self._end())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()

    async def _end(self):
        for link in self._links:
            link.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
