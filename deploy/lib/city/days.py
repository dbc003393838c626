"""The days of a past: at which instants of each day the city is looked at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from play.clocks import BEIJING

SATURDAY = 5


@dataclass(frozen=True)
class Stop:
    at: datetime
    name: str  # the same in each city: how many days before the end, and which of the day
    days_left: int
    is_working: bool
    is_last: bool  # of its day


def stops(start, end, seed):
    """After the start and up to the end: a morning and an afternoon of each working day, one look on a day of rest. The
    same seed gives the same days before the end, whatever day that is."""
    last = end.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    first = start.astimezone(BEIJING)
    for left in range((last.date() - first.date()).days, -1, -1):
        day, chance = last - timedelta(days=left), Random(f"{seed} {left}")
        is_working = day.weekday() < SATURDAY
        looks = ((500, 630), (840, 1040)) if is_working else ((600, 900),)
        for number, (earliest, latest) in enumerate(looks):
            at = day + timedelta(minutes=chance.randrange(earliest, latest), seconds=chance.randrange(60))
            if start < at <= end:
                yield Stop(at, f"{left}-{number}", left, is_working, number == len(looks) - 1)
