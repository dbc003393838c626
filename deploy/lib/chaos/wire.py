"""What a proxy must know of the two protocols: where a Kafka broker says its own port, and when something is
acknowledged."""

import re
import struct
from collections import deque

from .fetch import FETCH, capped, without_aborted

HOST = b"127.0.0.1"
# What a client waits for when something was done for good: Produce, EndTxn, TxnOffsetCommit (Kafka protocol guide).
ACKNOWLEDGED = {0, 26, 28}
# Answers that hold the broker's address: Metadata, FindCoordinator.
ADDRESSES = {3, 10}
API_VERSIONS = 18
# Commit as a prepared statement, with its name, and as a plain query.
_PREPARED = re.compile(rb"P.{4}([^\0]*)\0commit\0", re.IGNORECASE | re.DOTALL)
_SPOKEN = re.compile(rb"Q.{4}commit\0", re.IGNORECASE | re.DOTALL)


class KafkaTalk:
    """One connection with a broker. It answers in the order it was asked, so an answer is of the kind of its
    request."""

    def __init__(self, port, ours):
        # Host and port stand side by side, in two encodings of the host's length, and keep their lengths.
        self._pairs = [(length + HOST + struct.pack(">i", port), length + HOST + struct.pack(">i", ours))
                       for length in (struct.pack(">h", len(HOST)), bytes([len(HOST) + 1]))]
        self._kinds = deque()
        self._asked, self._asked_rest = b"", 0
        self._told, self._told_rest = b"", 0

    def asks_acknowledgement(self, chunk):
        """Takes a piece of what the client says; whether a request begins in it whose answer is an acknowledgement."""
        found = False
        self._asked += chunk
        while True:
            passed = min(self._asked_rest, len(self._asked))
            self._asked, self._asked_rest = self._asked[passed:], self._asked_rest - passed
            if len(self._asked) < 8:
                return found
            size, kind, version = struct.unpack(">ihh", self._asked[:8])
            self._asked, self._asked_rest = self._asked[4:], size
            self._kinds.append((kind, version))
            found = found or kind in ACKNOWLEDGED

    def answers(self, chunk):
        """Takes a piece of what the broker says; what of it can be handed on now. Answers with addresses go on whole,
        with our port in the place of the broker's: a broker advertises itself, and the local one cannot be told
        otherwise. Those with records, and of what the broker knows, go on whole too: see `without_aborted`."""
        ready = b""
        self._told += chunk
        while True:
            passed = min(self._told_rest, len(self._told))
            ready += self._told[:passed]
            self._told, self._told_rest = self._told[passed:], self._told_rest - passed
            if len(self._told) < 4:
                return ready
            size = struct.unpack(">i", self._told[:4])[0]
            kind, version = self._kinds[0] if self._kinds else (None, 0)
            if kind in ADDRESSES or kind in (FETCH, API_VERSIONS):
                if len(self._told) < 4 + size:
                    return ready
                answer = self._told[:4 + size]
                if kind == FETCH:
                    answer = without_aborted(answer, version)
                elif kind == API_VERSIONS:
                    answer = capped(answer, version)
                else:
                    for old, new in self._pairs:
                        answer = answer.replace(old, new)
                ready, self._told = ready + answer, self._told[4 + size:]
            else:
                self._told_rest = 4 + size
            if self._kinds:
                self._kinds.popleft()


class PostgresTalk:
    """One connection with PostgreSQL, whose statements are prepared once and then called by name. A message that two
    pieces share is not seen: then the next commit is the one."""

    def __init__(self):
        self._calls = re.compile(rb"(?!)")

    def asks_acknowledgement(self, chunk):
        if prepared := _PREPARED.search(chunk):
            self._calls = re.compile(rb"B.{4}[^\0]*\0" + re.escape(prepared[1]) + rb"\0", re.DOTALL)
            return True
        return bool(_SPOKEN.search(chunk) or self._calls.search(chunk))

    def answers(self, chunk):
        return chunk
