"""What enforcement has done over the past months: inspections with and without findings, penalty cases and their ends."""

from datetime import timedelta
from random import Random

from play.cast import instant
from play.clocks import BEIJING

from .invented import BUREAUS, FIRMS, MATTERS

WEEKS = 32
# Shares of each hundred: weeks in which a firm is looked at, penalty cases among what is found, fines among those.
LOOKED_AT, PENALISED, FINED = 30, 35, 70
# How firms are: how often of a hundred times something is found, and what. Good ones, fair ones and poor ones.
SMALL = [matter for matter in MATTERS if matter.fact.endswith("NUISANCE") or matter.fact == "DUST_UNCONTROLLED"]
ANY = [matter for matter in MATTERS if matter.fact]
CONDUCT = ((0, SMALL), (10, SMALL), (15, SMALL), (25, ANY))


def conduct(firm):
    """Each county has a firm of each conduct."""
    number = FIRMS.index(firm)
    return CONDUCT[(number + number // len(CONDUCT)) % len(CONDUCT)]


class Enforcement:
    """The same facts whenever on a day it is asked."""

    def __init__(self, now, seed):
        self._now = now.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
        self._chance, self._number = Random(seed), 0

    def facts(self):
        """All up to the day, in their order: instant, kind, subject, data."""
        return sorted(self._all(), key=lambda fact: fact[0])

    def _all(self):
        for firm in FIRMS:
            for week in range(WEEKS, 0, -1):
                if self._chance.randrange(100) < LOOKED_AT:
                    at = self._now - timedelta(
                        days=7 * week - self._chance.randrange(5), hours=self._chance.randrange(24))
                    yield from self._looked_at(firm, at)

    def _looked_at(self, firm, at):
        problems, matters = conduct(firm)
        matter, number = self._chance.choice(matters), self._next()
        found = self._chance.randrange(100) < problems
        yield at, "inspection.recorded", firm.key, {
            **self._fact(firm), "inspectedAt": instant(at), "inspectionNumber": f"样检-{number}", "kind": "double-random",
            "onSite": True, "problems": found, "factCodes": [matter.fact] if found else []}
        if not found or self._chance.randrange(100) >= PENALISED:
            return
        penalty, filed = f"样罚立-{number}", at + timedelta(days=2)
        yield filed, "penalty.filed", firm.key, {
            **self._fact(firm), "filedAt": instant(filed), "penaltyNumber": penalty, "factCodes": [matter.fact],
            "damageSuspected": matter.damage}
        decided = filed + timedelta(days=30)
        if decided < self._now and self._chance.randrange(100) < FINED:
            fine = 100000 * self._chance.randrange(10, 90)
            yield decided, "penalty.decided", firm.key, {
                **self._fact(firm), "decidedAt": instant(decided), "penaltyNumber": penalty, "decision": "fine",
                "fineFen": fine, "discretionFen": 2 * fine, "factCodes": [matter.fact]}
            verified = min(self._now, decided + timedelta(days=1))
            yield verified, "rectification.verified", firm.key, {
                **self._fact(firm), "verifiedAt": instant(verified), "passed": True}

    def _fact(self, firm):
        return {"factId": f"SC-{self._next()}", "subjectKey": firm.key, "region": firm.region,
                "authority": BUREAUS[firm.region]}

    def _next(self):
        self._number += 1
        return f"H-{self._number}"
