"""Which fault comes when, by seed."""

from random import Random

from .faults import FAULTS


class Schedule:
    """Every kind of fault once, shuffled; then each as often as it weighs, shuffled, again and again. What weighs
    nothing comes at the very end."""

    def __init__(self, seed, only=None, left_out=()):
        self._chance = Random(f"schedule {seed}")
        chosen = [fault for fault in FAULTS.values()
                  if (fault.name in only if only else not fault.excepted) and fault.name not in left_out]
        self._often = [fault for fault in chosen if fault.weight]
        self._seldom = [fault for fault in chosen if not fault.weight]
        self._chance.shuffle(self._seldom)
        self._deck = list(self._often)
        self._chance.shuffle(self._deck)

    def next(self, is_last):
        """A fault, and the chance by which it strikes: its own, so that one fault's draws do not shift the others'."""
        if self._seldom and (is_last or not self._often):
            self._seldom.append(self._seldom.pop(0))
            return self._seldom[-1], self._own_chance()
        if not self._deck:
            self._deck = [fault for fault in self._often for _ in range(fault.weight)]
            self._chance.shuffle(self._deck)
        return self._deck.pop(), self._own_chance()

    def _own_chance(self):
        return Random(self._chance.getrandbits(64))
