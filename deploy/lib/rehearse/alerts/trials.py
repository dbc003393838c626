"""What a trial of an alert is, and how all are played: the condition is caused, the alert must fire, the remedy is carried out,
the alert must be gone."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from .desk import Desk
from .prometheus import Prometheus

TRIALS = {}
PATIENCE = 420  # seconds for an alert to fire or to be gone


@dataclass(frozen=True)
class Trial:
    alert: str
    steps: Callable  # a generator of the desk: causes, yields, and mends when the alert has fired
    summary: str
    stays: str = ""  # why the alert is not waited for to be gone
    patience: int = PATIENCE
    about: str = ""  # what its summary must have, where it fires for something else too
    afterwards: Callable = lambda desk: None  # puts back what the remedy leaves as it is

    def fires(self, prometheus):
        return [summary for summary in prometheus.firing(self.alert) if self.about in summary]


def trial(alert, stays="", patience=PATIENCE, about="", afterwards=lambda desk: None):
    def register(steps):
        TRIALS[alert] = Trial(alert, steps, " ".join(steps.__doc__.split()), stays, patience, about, afterwards)
        return steps
    return register


def play(rehearsal, options):
    desk = Desk(rehearsal, Prometheus(rehearsal.stack, options.hurry))
    try:
        rehearsal.traffic(3)
        rehearsal.sender.rest()
        rehearsal.step("Prometheus asks every replica each second; the times of the alerts are a "
                       f"{options.hurry}th of alerts.yaml's")
        for name in options.only or TRIALS:
            carry_out(rehearsal, desk, TRIALS[name])
    finally:
        desk.end()


def carry_out(rehearsal, desk, of):
    rehearsal.step(f"{of.alert}: {of.summary}")
    steps = of.steps(desk)
    began = time.monotonic()
    next(steps)
    fired = waits_for(lambda: of.fires(desk.prometheus), of.patience)
    rehearsal.holds(fired, f"{of.alert} fires after {time.monotonic() - began:.0f} s: {(fired or [''])[0]}",
                    f"not within {of.patience} s; firing: {', '.join(desk.prometheus.all_firing()) or 'nothing'}")
    for _ in steps:
        pass
    mended = time.monotonic()
    if of.stays:
        rehearsal.step(f"{of.alert} is not waited for: {of.stays}")
    else:
        gone = waits_for(lambda: not of.fires(desk.prometheus), of.patience)
        rehearsal.holds(gone, f"{of.alert} is gone {time.monotonic() - mended:.0f} s after the remedy",
                        f"not within {of.patience} s")
    of.afterwards(desk)
    rehearsal.stack.mend()


def waits_for(condition, patience):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if found := condition():
                return found
        except OSError:
            pass  # Prometheus has no time for an answer
        time.sleep(0.5)
    return None
