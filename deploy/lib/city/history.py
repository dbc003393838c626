"""What the city has behind it when it is first looked at: facts of enforcement over the past months, and cases of today at
every stage. The same seed makes the same city; all of it comes in as it does from outside."""

import time
from datetime import timedelta
from random import Random

from play.cast import Cast, instant
from play.outsider import Outsider
from play.world import Missing

from .callers import Callers
from .claims_desk import ClaimsDesk
from .inspectors import PENALTIES, SOURCE, TOPIC, Inspectors
from .invented import BUREAUS, FIRMS, MATTERS
from .patience import Patience
from .petition_desk import PetitionDesk

SEED, WEEKS, COMPLAINTS = 360400, 32, 48
# Shares of each hundred: weeks in which a firm is looked at, fines among penalty cases, cases that go on after each step.
LOOKED_AT, FINED, GOES_ON = 30, 70, 80
# How firms are: how often of a hundred times something is found, and what. Good ones, fair ones and poor ones.
SMALL = [matter for matter in MATTERS if matter.fact.endswith("NUISANCE") or matter.fact == "DUST_UNCONTROLLED"]
ANY = [matter for matter in MATTERS if matter.fact]
CONDUCT = ((0, SMALL), (10, SMALL), (15, SMALL), (25, ANY))
ROUNDS, SECONDS = 9, 15  # of the desks; and how long all of it may take


class History:
    def __init__(self, world):
        self.world, self.chance, self.cast = world, Random(SEED), Cast(world)
        self._system, self._number = Outsider(world, SOURCE), 0

    def fill(self):
        """Whether there was anything to fill: a city that has a past keeps it."""
        if self._has_past():
            return False
        deadline = time.monotonic() + SECONDS
        for _, kind, subject, fact in sorted(self._facts(), key=lambda fact: fact[0]):
            self._system.tell(TOPIC, kind, subject, fact)
        callers = Callers(self.world, self.chance, silence)
        for _ in range(COMPLAINTS):
            callers.complain()
        self._work(deadline)
        return True

    def _has_past(self):
        return self.cast.leader.get("scoring", f"/v1/subjects/{FIRMS[0].key}")["facts"] > 0

    def _facts(self):
        now = self.world.business_now()
        for firm in FIRMS:
            problems, matters = self.chance.choice(CONDUCT)
            for week in range(WEEKS, 0, -1):
                if self.chance.randrange(100) < LOOKED_AT:
                    at = now - timedelta(days=7 * week - self.chance.randrange(5), hours=self.chance.randrange(24))
                    yield from self._looked_at(firm, at, now, problems, matters)

    def _looked_at(self, firm, at, now, problems, matters):
        matter, number = self.chance.choice(matters), self._next()
        found = self.chance.randrange(100) < problems
        yield at, "inspection.recorded", firm.key, {
            **self._fact(firm), "inspectedAt": instant(at), "inspectionNumber": f"样检-{number}", "kind": "double-random",
            "onSite": True, "problems": found, "factCodes": [matter.fact] if found else []}
        if not found or self.chance.randrange(100) >= PENALTIES:
            return
        penalty, filed = f"样罚立-{number}", at + timedelta(days=2)
        yield filed, "penalty.filed", firm.key, {
            **self._fact(firm), "filedAt": instant(filed), "penaltyNumber": penalty, "factCodes": [matter.fact],
            "damageSuspected": matter.damage}
        decided = filed + timedelta(days=30)
        if decided < now and self.chance.randrange(100) < FINED:
            fine = 100000 * self.chance.randrange(10, 90)
            yield decided, "penalty.decided", firm.key, {
                **self._fact(firm), "decidedAt": instant(decided), "penaltyNumber": penalty, "decision": "fine",
                "fineFen": fine, "discretionFen": 2 * fine, "factCodes": [matter.fact]}
            yield decided + timedelta(days=1), "rectification.verified", firm.key, {
                **self._fact(firm), "verifiedAt": instant(min(now, decided + timedelta(days=1))), "passed": True}

    def _fact(self, firm):
        return {"factId": f"SC-H-{self.world.run}-{self._next()}", "subjectKey": firm.key, "region": firm.region,
                "authority": BUREAUS[firm.region]}

    def _next(self):
        self._number += 1
        return f"{self.world.run}-{self._number}"

    def _work(self, deadline):
        """Some cases go on and some lie, so that there is one at every stage."""
        patience = Patience(self.chance, 0)
        inspectors = Inspectors(self.world, self.chance, silence)
        desks = [PetitionDesk(self.world, self.cast, silence, patience),
                 ClaimsDesk(self.world, self.cast, silence, patience, inspectors)]
        resting = set()
        for _ in range(ROUNDS):
            for desk in desks:
                for case in list(desk.cases()):
                    if time.monotonic() > deadline:
                        return
                    if case in resting or self.chance.randrange(100) >= GOES_ON:
                        resting.add(case)
                        continue
                    try:
                        desk.step(case)
                    except Missing:
                        resting.add(case)


def silence(*_):
    """What happened in the past is not told line by line."""
