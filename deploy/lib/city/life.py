"""The city's day: each has its turn, and nobody's trouble is the end of it."""

import os
import time
from pathlib import Path
from random import Random

from play.cast import Cast
from play.world import SERVICES, Missing, World

from .callers import Callers
from .claims_desk import ClaimsDesk
from .inspectors import Inspectors
from .patience import Patience
from .petition_desk import PetitionDesk

ROUND_SECONDS = 2  # how often staff look at their lists; a round takes some of it
LONGEST_SILENCE = 120  # seconds without a whole round after which the city counts as dead


class Life:
    def __init__(self, pace, environment=os.environ):
        self.pace, self.world, chance = pace, World(environment), Random()
        self._chance, cast = chance, Cast(self.world)
        self.callers = Callers(self.world, chance, say)
        self.inspectors = Inspectors(self.world, chance, say)
        self.desks = [
            (PetitionDesk(self.world, cast, say), Patience(chance, pace.step_seconds)),
            (ClaimsDesk(self.world, cast, say, self.inspectors), Patience(chance, pace.step_seconds))]
        # Something is to be seen at once.
        self._next_complaint = self._next_fact = time.monotonic()

    def go_on(self):
        """Until it is interrupted."""
        while True:
            began = time.monotonic()
            done = [self._callers(), self._inspectors()] + [self._look(*desk) for desk in self.desks]
            if any(done):
                pulse().touch()
            time.sleep(max(0.1, began + ROUND_SECONDS - time.monotonic()))

    def _callers(self):
        if time.monotonic() < self._next_complaint:
            return False
        self._next_complaint = self._in(3600 / self.pace.complaints_per_hour)
        return tried(self.callers.complain)

    def _inspectors(self):
        if time.monotonic() < self._next_fact:
            return False
        self._next_fact = self._in(7200 / self.pace.complaints_per_hour)
        return tried(self.inspectors.report)

    def _in(self, seconds):
        """Calls come when they come, so many an hour."""
        return time.monotonic() + self._chance.expovariate(1 / seconds)

    @staticmethod
    def _look(desk, patience):
        """A round of one desk; whether it could be made. What one case refuses does not keep the others."""
        cases = []
        if not tried(lambda: cases.extend(identity for identity, _ in desk.cases())):
            return False
        patience.forget_all_but(set(cases))
        for case in cases:
            if patience.has_turn(case):
                patience.taken(case)
                tried(lambda case=case: desk.step(case))
        return True


def tried(work):
    try:
        work()
        return True
    except Missing as trouble:
        say("!", str(trouble))
        return False


def say(who, what):
    print(f"{time.strftime('%H:%M:%S')} {who}  {what}", flush=True)


def until_up(world, seconds=600):
    """Returns when all four services answer."""
    deadline = time.monotonic() + seconds
    while down := [name for name in SERVICES if '"status"' not in world.readiness(name)]:
        if time.monotonic() > deadline:
            raise Missing(f"no answer from {', '.join(down)}")
        time.sleep(1)


def pulse():
    """Touched with each round; what the health check looks at."""
    return Path(os.environ.get("TMPDIR", "/tmp")) / "ecoredress-sample-city.pulse"


def is_alive():
    try:
        return time.time() - pulse().stat().st_mtime < LONGEST_SILENCE
    except OSError:
        return False
