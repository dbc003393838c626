"""What the city has behind it when it is first looked at. The same seed makes the same city; all of it comes in as it does from
outside."""

import time
from random import Random

from play.cast import Cast
from play.outsider import Outsider
from play.world import Missing

from .callers import Callers
from .claims_desk import ClaimsDesk
from .enforcement import Enforcement
from .inspectors import SOURCE, TOPIC, Inspectors
from .invented import FIRMS
from .petition_desk import PetitionDesk

SEED, COMPLAINTS = 360400, 48
GOES_ON = 80  # of a hundred cases after each step
ROUNDS, SECONDS = 9, 15  # of the desks; and how long all of it may take


class History:
    """For a stack whose clock is that of the present day: facts of enforcement over the past months, and cases of today at
    every stage."""

    def __init__(self, world):
        self.world, self.chance, self.cast = world, Random(SEED), Cast(world)

    def fill(self):
        """Whether there was anything to fill: a city that has a past keeps it."""
        if has_past(self.cast):
            return False
        deadline, system = time.monotonic() + SECONDS, Outsider(self.world, SOURCE)
        for _, kind, subject, fact in Enforcement(self.world.business_now(), SEED).facts():
            system.tell(TOPIC, kind, subject, fact)
        callers = Callers(self.world, self.chance, silence)
        for _ in range(COMPLAINTS):
            callers.complain()
        self._work(deadline)
        return True

    def _work(self, deadline):
        """Some cases go on and some lie, so that there is one at every stage."""
        desks, resting = desks_of(self.world, self.cast, self.chance, silence), set()
        for _ in range(ROUNDS):
            for desk in desks:
                for case, _ in list(desk.cases()):
                    if time.monotonic() > deadline:
                        return
                    if case in resting or self.chance.randrange(100) >= GOES_ON:
                        resting.add(case)
                        continue
                    try:
                        desk.step(case)
                    except Missing:
                        resting.add(case)


def has_past(cast):
    return any(cast.leader.get("scoring", f"/v1/subjects/{firm.key}")["facts"] > 0 for firm in FIRMS)


def desks_of(world, cast, chance, say):
    return [PetitionDesk(world, cast, say), ClaimsDesk(world, cast, say, Inspectors(world, chance, say))]


def silence(*_):
    """What happened in the past is not told line by line."""
