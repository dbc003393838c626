"""How cases of the past go on: most are taken up at once, some wait, a few lie for weeks."""

from datetime import timedelta
from random import Random

# How many days a case lies before each of its steps, and of how many cases of a hundred that is so.
PETITIONS = ((0.4, 60), (1.5, 22), (5, 13), (28, 5))
CLAIMS = ((3, 50), (7, 35), (30, 15))


class Course:
    """By business time; each case has a pace of its own by its name, so that the same city has the same delays."""

    def __init__(self, paces):
        self._paces = paces
        self._due, self._taken = {}, {}

    def has_turn(self, name, now):
        return now >= self._due.setdefault(name, now + self._pause(name))

    def taken(self, name, now):
        self._taken[name] = self._taken.get(name, 0) + 1
        self._due[name] = now + self._pause(name)

    def _pause(self, name):
        days, shares = zip(*self._paces)
        pace, = Random(f"pace {name}").choices(days, shares)
        return timedelta(days=pace * Random(f"pause {name} {self._taken.get(name, 0)}").uniform(0.5, 1.5))
