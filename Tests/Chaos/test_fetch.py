"""Answers to Fetch without their lists of aborted transactions."""

import struct
import unittest

from chaos.fetch import without_aborted


def answer(version, aborted, records=b"records"):
    head = struct.pack(">ii", 7, 0) + (struct.pack(">hi", 0, 5) if version >= 7 else b"")
    partition = struct.pack(">ihqq", 3, 0, 40, 40) + (struct.pack(">q", 0) if version >= 5 else b"")
    partition += struct.pack(">i", -1 if aborted is None else len(aborted))
    partition += b"".join(struct.pack(">qq", *one) for one in aborted or ())
    partition += (struct.pack(">i", -1) if version >= 11 else b"") + struct.pack(">i", len(records)) + records
    body = head + struct.pack(">i", 1) + struct.pack(">h", 3) + b"abc" + struct.pack(">i", 2) + partition + partition
    return struct.pack(">i", len(body)) + body


class FetchTests(unittest.TestCase):
    def test_lists_are_emptied_in_every_version(self):
        for version in (4, 5, 7, 10, 11):
            with self.subTest(version):
                self.assertEqual(without_aborted(answer(version, [(1, 2), (3, 4)]), version), answer(version, []))

    def test_what_has_none_stays_as_it_is(self):
        self.assertEqual(without_aborted(answer(11, []), 11), answer(11, []))
        self.assertEqual(without_aborted(answer(11, None), 11), answer(11, []))

    def test_other_versions_are_handed_on(self):
        self.assertEqual(without_aborted(b"\0\0\0\4abcd", 12), b"\0\0\0\4abcd")
