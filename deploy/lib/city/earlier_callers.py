"""Residents of the past months: they complain of firms as these are, and some call again, since nothing became better."""

from datetime import timedelta
from random import Random

from play.cast import ago

from .callers import Callers
from .enforcement import conduct
from .invented import FIRMS

# Of a hundred complaints: about a firm, and of an earlier matter once more.
ABOUT_A_FIRM, AGAIN = 20, 8
SOON, LATE = timedelta(days=6), timedelta(days=30)  # when somebody loses patience


class EarlierCallers(Callers):
    firms = [firm for firm in FIRMS for _ in range(1 + conduct(firm)[0] // 5)]
    about_a_firm = ABOUT_A_FIRM

    def __init__(self, world, seed, say):
        super().__init__(world, Random(seed), say)
        self._seed, self._now, self._told = seed, None, []

    def call(self, stop, count):
        """So many of this instant: the same for the same seed."""
        self.chance, self.name, self._number = Random(f"{self._seed} calls {stop.name}"), f"SC-H-{stop.name}", 0
        self._now = stop.at
        for _ in range(count):
            self.complain()

    def _complaint(self, identity, channel):
        earlier = [told for told in self._told if SOON < self._now - told[0] < LATE]
        if earlier and self.chance.randrange(100) < AGAIN:
            told = self.chance.choice(earlier)
            self._told.remove(told)
            return {**told[1], "externalId": identity, "channel": channel, "occurredAt": ago(self.world, hours=8)}
        complaint = super()._complaint(identity, channel)
        if "reporter" in complaint:
            self._told.append((self._now, complaint))
        return complaint
