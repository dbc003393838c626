"""Counts what was checked, and keeps what did not hold."""

import time

MOST_TOLD = 3


class Checks:
    def __init__(self):
        self.count, self.faults = 0, []
        self._told = {}
        self._chapter, self._began, self._before = "", 0.0, (0, 0)

    def begin(self, chapter):
        self._chapter, self._began, self._before = chapter, time.monotonic(), (self.count, len(self.faults))

    def end(self):
        checked, faults = self.count - self._before[0], self.faults[self._before[1]:]
        mark = "✗" if faults else "✓"
        print(f"  {mark} {self._chapter}: {checked} checks ({time.monotonic() - self._began:.0f} s)", flush=True)
        for fault in faults:
            print(f"      {fault}", flush=True)

    def that(self, holds, what):
        """One check; `what` says what is wrong where it does not hold."""
        self.count += 1
        if not holds:
            self.faults.append(what)
        return bool(holds)

    def none(self, faults, where):
        """One check that holds when there are no faults. The same fault is told of three pages at most: what all pages share
        would otherwise hide the rest."""
        self.count += 1
        for fault in faults:
            self._told[fault] = self._told.get(fault, 0) + 1
            if self._told[fault] <= MOST_TOLD:
                self.faults.append(f"{where}: {fault}" + (" (and others)" if self._told[fault] == MOST_TOLD else ""))
        return not faults
