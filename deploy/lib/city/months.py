"""Months that the city lives through: the standing clock of its stack goes from day to day, and on each of them residents call,
enforcement reports, staff take the cases on whose turn has come, and what is due runs out."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from random import Random

from play.cast import Cast
from play.clocks import Service, Stack
from play.outsider import Outsider
from play.world import Missing

from .course import CLAIMS, PETITIONS, Course
from .days import stops
from .earlier_callers import EarlierCallers
from .enforcement import Enforcement
from .history import SEED, desks_of, has_past, silence
from .inspectors import SOURCE, TOPIC

PATIENCE = 60  # seconds for what one instant sets off
HANDS = 4  # cases that are worked on at a time
# Complaints of one instant: fewer with the months.
AT_FIRST, IN_THE_END, DAYS = 2.0, 1.2, 98
SHOWN = 14  # days from one line about it to the next


class Months:
    def __init__(self, world):
        self.world, self.cast = world, Cast(world)
        self.callers = EarlierCallers(world, SEED, silence)
        self._steps, self._refusals, self._complaints = [], [], 0
        desks = desks_of(world, self.cast, Random(SEED), lambda *step: self._steps.append(step))
        self._desks = list(zip(desks, (Course(PETITIONS), Course(CLAIMS))))
        self._system, self._hands = Outsider(world, SOURCE), ThreadPoolExecutor(HANDS)

    def live(self):
        """From where the clock stands to the present instant."""
        now, end = self.world.business_now(), datetime.now(timezone.utc)
        stack = self._stack()
        facts = Enforcement(end, SEED).facts()
        if has_past(self.cast):  # whoever was interrupted goes on where the clock stands
            facts = [fact for fact in facts if fact[0] > now]
        for stop in stops(now, end, SEED):
            self._go(stack, stop.at)
            facts = self._report(facts, stop.at)
            self._call(stop)
            if stop.is_working:
                self._work(stop.at)
            self._show(stop)
        self._go(stack, end)
        self._report(facts, end)
        self._go(stack, end)
        if self._refusals:
            print(f"  {len(self._refusals)} steps were refused, the first: {self._refusals[0]}", flush=True)

    def _stack(self):
        operator = self.cast.operator
        services = [Service(name, url, operator.token) for name, url in self.world.urls.items()]
        return Stack(services, time.monotonic() + PATIENCE)

    @staticmethod
    def _go(stack, instant):
        """The clock moves when everything of the instant before is done."""
        stack.deadline = time.monotonic() + PATIENCE
        stack.at_rest()
        stack.move(instant)

    def _report(self, facts, instant):
        """Tells the facts up to the instant; those that are left."""
        for at, kind, subject, fact in facts:
            if at <= instant:
                self._system.tell(TOPIC, kind, subject, fact)
        return [fact for fact in facts if fact[0] > instant]

    def _call(self, stop):
        share = min(1, stop.days_left / DAYS)
        wanted = Random(f"{SEED} count {stop.name}").uniform(0, 2) * (IN_THE_END + share * (AT_FIRST - IN_THE_END))
        self.callers.call(stop, round(wanted))
        self._complaints += round(wanted)

    def _work(self, now):
        for desk, course in self._desks:
            turns = [(case, name) for case, name in desk.cases() if course.has_turn(name, now)]
            for case, name in turns:
                course.taken(name, now)
            list(self._hands.map(lambda turn, desk=desk: self._step(desk, turn[0]), turns))

    def _step(self, desk, case):
        """What one case refuses does not keep the others."""
        try:
            desk.step(case)
        except Missing as trouble:
            self._refusals.append(str(trouble))

    def _show(self, stop):
        if stop.days_left % SHOWN == 0 and stop.is_last:
            print(f"  {stop.at:%Y-%m-%d}  {self._complaints} complaints, {len(self._steps)} steps of staff", flush=True)
            self._complaints = 0
            self._steps.clear()
