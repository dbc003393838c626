"""The look for planted people finds them in whatever dress, and nobody else."""

import base64
import unittest
from random import Random

from chaos.planted import Planted, leaks
from chaos.stream import Stream


class PlantedTests(unittest.TestCase):
    def setUp(self):
        self.person = Planted(Random(1)).person("C-1", "1")

    def test_each_of_name_number_and_words(self):
        for text in (self.person.name, self.person.phone, self.person.words):
            self.assertTrue(leaks("a log", f"来电人{text}，要求回访".encode()), text)

    def test_every_dress(self):
        name = self.person.name
        for dressed in (name.encode().hex(), "".join(f"\\u{ord(letter):04x}" for letter in name)):
            self.assertTrue(leaks("a log", dressed.encode()), dressed)
        for before in ("", "a", "ab", "abc"):
            self.assertTrue(leaks("a log", base64.b64encode(f"{before}{name}先生".encode())), before)
        self.assertTrue(leaks("a log", name.encode("gb18030")))

    def test_digits_inside_an_id_are_nobody(self):
        for text in ("a19901234567", "199012345678", "x-1990123456-"):
            self.assertFalse(leaks("a log", text.encode()), text)

    def test_every_complaint_has_somebody_in_it(self):
        stream = Stream(3)
        messages = [stream.next() for _ in range(400)]
        for message in messages:
            if message.topic == "complaints" and message.value and message.code != "utf8-invalid":
                self.assertTrue(leaks("its value", message.value), message)
            self.assertFalse(leaks("its key", message.key))

    def test_a_seed_is_a_stream(self):
        now = Stream(3)._now
        one, two, other = (Stream(seed, now) for seed in (3, 3, 4))
        series = [[source.next().sha256 for _ in range(300)] for source in (one, two, other)]
        self.assertEqual(series[0], series[1])
        self.assertNotEqual(series[0], series[2])
