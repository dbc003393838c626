"""What a fault is, and the list of them."""

from collections.abc import Callable
from dataclasses import dataclass

FAULTS = {}


@dataclass(frozen=True)
class Fault:
    name: str
    strike: Callable
    weight: int  # how often among others
    summary: str
    excepted: str = ""  # why it is not drawn for now, but struck only when asked for by --only


def fault(name, weight=4, excepted=""):
    """Registers a function as a fault. Weight 0: not drawn, but the last of the run."""
    def register(function):
        FAULTS[name] = Fault(name, function, weight, " ".join(function.__doc__.split()), excepted)
        return function
    return register
