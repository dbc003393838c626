"""The faults by name. Each is a function of the run and of chance; it strikes, and returns when nothing troubles any
more."""

from . import data, network, processes, servers
from .kinds import FAULTS, Fault

__all__ = ["FAULTS", "Fault", "data", "network", "processes", "servers"]
