"""Memory over minutes at a steady rate: whether it grows."""

import threading
import time

from .intake import WARM, Intake, delays
from .kafka import check
from .part import said

RATE, EVERY, STEADY, COMPARED = 200, 1.0, 0.05, 20000


class Run(Intake):
    NAME = "soak"

    def play(self):
        minutes, rate = self.options.size, self.options.rate or RATE
        found = self.result(minutes)
        self.start()
        self.warm()
        said(f"{rate} a second for {minutes} min")
        count = rate * minutes * 60
        reader = self.reader(WARM + count)
        time.sleep(1)  # it reads what the warming left
        before, points, ended = self.spent(), [], threading.Event()
        watcher = threading.Thread(target=self.watch, args=(points, ended), daemon=True)
        watcher.start()
        acknowledged, took = self.steady(rate, minutes * 60, "k")
        rows = [row for row in reader.rows(limit=60) if row[1] in acknowledged]
        ended.set()
        watcher.join()
        after = self.spent()
        check(rows, set(acknowledged))
        found.add("steady rate reached, complaints a second", count / took, "a second")
        delays(found, "acknowledged to readable", [(at, key) for at, key, _ in rows], acknowledged)
        self.costs(found, count, (before, after))
        self.memory(found, points)
        self.service.stop()
        self.bare(found, COMPARED)
        found.trace("resident", "MB", points)
        found.show()

    def watch(self, points, ended):
        began = time.monotonic()
        while not ended.wait(EVERY):
            points.append((time.monotonic() - began, self.service.resident()))

    def memory(self, found, points):
        """Once it has found its size: by how much the second half would grow in ten minutes, against what it holds."""
        late = points[len(points) // 2:]
        mean, a_second = slope(late)
        found.add("resident, mean of the second half", mean, "MB", most=100)
        found.add("resident, largest", max(value for _, value in points), "MB")
        found.add("resident, growth in the second half", a_second * 60, "MB a minute")
        found.add("growth in ten minutes, share of what is held", a_second * 600 / mean * 100, "%", most=STEADY * 100)


def slope(points):
    """The mean, and the growth a second by least squares."""
    times, values = zip(*points)
    middle, mean = sum(times) / len(times), sum(values) / len(values)
    spread = sum((at - middle) ** 2 for at in times)
    return mean, sum((at - middle) * (value - mean) for at, value in points) / spread
