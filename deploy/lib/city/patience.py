"""How long cases lie on a desk."""

import time


class Patience:
    """A case has its turn some time after it was first seen, and again some time after each step of it."""

    def __init__(self, chance, seconds):
        self._chance, self._seconds = chance, seconds
        self._due = {}

    def has_turn(self, case):
        return time.monotonic() >= self._due.setdefault(case, self._later())

    def taken(self, case):
        self._due[case] = self._later()

    def forget_all_but(self, cases):
        self._due = {case: due for case, due in self._due.items() if case in cases}

    def _later(self):
        return time.monotonic() + self._seconds * self._chance.uniform(0.5, 1.5)
