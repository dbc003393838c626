"""People who do not exist, planted in every complaint, and the look for them wherever they must not be."""

import base64
import re
from dataclasses import dataclass

from .history import Hidden

# None of these stands anywhere else: not in the programs, the rules, nor in what the services make.
PHONE, NAME, WORDS = "1990", "甄隐", "密语"


@dataclass(frozen=True)
class Person:
    name: str
    phone: str
    words: str


class Planted:
    def __init__(self, chance):
        self._first = chance.randrange(10 ** 6)
        self._people = {}

    def person(self, identity, variant):
        """Who complains: the same for the same complaint."""
        if (identity, variant) not in self._people:
            number = (self._first + len(self._people) * 7919) % 10 ** 7
            self._people[identity, variant] = Person(f"{NAME}{number:07d}", f"{PHONE}{number:07d}", f"{WORDS}{number:07d}")
        return self._people[identity, variant]


def _written(text):
    """The ways in which bytes may stand somewhere: as they are, in hexadecimal, as JSON escapes, in base64 at any of
    three places."""
    raw = text.encode()
    yield raw
    yield raw.hex().encode()
    yield "".join(f"\\u{ord(character):04x}" for character in text).encode()
    yield text.encode("gb18030")
    for shift in range(3):
        whole = base64.b64encode(bytes(shift) + raw)
        # Characters that hold bits of neighbours are left out.
        yield whole[(0, 2, 3)[shift]:len(whole) - (0, 3, 2)[(shift + len(raw)) % 3] or None]


_FORMS = tuple(form for text in (NAME, WORDS) for form in _written(text))
_NUMBER = re.compile(rb"(?<![0-9A-Za-z])" + PHONE.encode() + rb"[0-9]{7}(?![0-9A-Za-z])")


def leaks(place, text):
    """What of the planted stands in these bytes."""
    found = {form for form in _FORMS if form in text}
    if PHONE.encode() in text:
        found |= set(_NUMBER.findall(text))
    return [Hidden(place, what.decode(errors="backslashreplace")) for what in sorted(found)]
