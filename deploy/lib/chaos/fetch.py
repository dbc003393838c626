"""Answers to Fetch and ApiVersions, as far as a proxy must know them (Kafka protocol guide; Fetch 4 to 11)."""

import struct

FETCH = 1
OLDEST, NEWEST = 4, 11


def capped(answer, version):
    """An answer to ApiVersions, its size in front, that offers no newer version of Fetch than can be read here."""
    # Correlation and error, then how many: as four bytes, since version 3 as a short number that is one more.
    compact = version >= 3
    at, entry = 8 + 2 + (1 if compact else 4), 7 if compact else 6
    count = answer[at - 1] - 1 if compact else struct.unpack_from(">i", answer, at - 4)[0]
    changed = bytearray(answer)
    for place in range(at, min(at + count * entry, len(answer) - entry + 1), entry):
        key, _, newest = struct.unpack_from(">hhh", answer, place)
        if key == FETCH:
            struct.pack_into(">h", changed, place + 4, min(newest, NEWEST))
    return bytes(changed)


def without_aborted(answer, version):
    """An answer, its size in front, without its lists of aborted transactions.

    The local broker leaves what was aborted out of its answers to who reads committed records only, and still names each
    aborted transaction in every later answer for its partition. Clients then take all that this producer writes after it for
    aborted, and never get on. Apache Kafka names those that end within the answer, with their records.
    """
    if not OLDEST <= version <= NEWEST:
        return answer
    kept, at, start = [], 8 + 4 + (6 if version >= 7 else 0), 0

    def count(form=">i"):
        """The length that stands here, nothing for none, and goes on behind it."""
        nonlocal at
        at += struct.calcsize(form)
        return max(0, struct.unpack_from(form, answer, at - struct.calcsize(form))[0])

    for _ in range(count()):
        name = count(">h")
        at += name
        for _ in range(count()):
            at += 4 + 2 + 8 + 8 + (8 if version >= 5 else 0)
            kept += [answer[start:at], struct.pack(">i", 0)]
            aborted = count()
            at += 16 * aborted
            start = at
            at += 4 if version >= 11 else 0
            records = count()
            at += records
    kept.append(answer[start:])
    whole = b"".join(kept)
    return struct.pack(">i", len(whole) - 4) + whole[4:]
