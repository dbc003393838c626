"""Answers to Fetch without their lists of aborted transactions."""

import struct
import unittest

from chaos.fetch import capped, without_aborted


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


class VersionsOfferedTests(unittest.TestCase):
    """A client uses the newest version that both know: of Fetch it must be one that the proxy can read."""

    def versions(self, form, newest):
        keys = [(0, 0, 9), (1, 0, newest), (3, 0, 12)]
        tail = b"\0" if form >= 3 else b""
        entries = b"".join(struct.pack(">hhh", *key) + tail for key in keys)
        count = bytes([len(keys) + 1]) if form >= 3 else struct.pack(">i", len(keys))
        body = struct.pack(">ih", 7, 0) + count + entries + struct.pack(">i", 0) + tail
        return struct.pack(">i", len(body)) + body

    def test_newer_ones_of_fetch_are_not_offered(self):
        for form in (0, 2, 3):
            with self.subTest(form=form):
                self.assertEqual(capped(self.versions(form, 13), form), self.versions(form, 11))

    def test_older_brokers_are_left_alone(self):
        self.assertEqual(capped(self.versions(3, 8), 3), self.versions(3, 8))

    def test_a_count_that_is_not_true_is_no_fault(self):
        answer = self.versions(0, 13)[:-10]
        self.assertEqual(len(capped(answer, 0)), len(answer))
