"""What a part has measured: a table for people, and a record for the plot.

A record of the file: {"part", "size", "at", "processors", "load", "metrics": [{"name", "value", "unit", "mark", "better",
"reached"}], "series": [{"name", "unit", "points": [[seconds, value]]}]}. `mark` is the value to reach, `better` whether "more"
or "less" is; both are null where there is none. A file is a list of records.
"""

import json
import os
import time

DIGITS = {"ratio": 2, "s": 3, "ms": 1, "µs": 0, "MB": 0, "a second": 0, "%": 2, "MB a minute": 2}


class Results:
    def __init__(self, part, size):
        self.part, self.size = part, size
        self.load = os.getloadavg()[0]
        self.metrics, self.series = [], []

    def add(self, name, value, unit="", least=None, most=None):
        """One number; with the least or the most that it is to be."""
        mark, better = (least, "more") if least is not None else (most, "less") if most is not None else (None, None)
        reached = None if mark is None else value >= mark if better == "more" else value <= mark
        self.metrics.append({"name": name, "value": round(value, 6), "unit": unit, "mark": mark, "better": better,
                             "reached": reached})

    def trace(self, name, unit, points):
        """One number as it went, by seconds."""
        self.series.append({"name": name, "unit": unit, "points": [[round(at, 1), round(value, 3)] for at, value in points]})

    def show(self):
        print(f"\n  {self.part}, {self.size:,}; load average before {self.load:.2f}, {os.cpu_count()} processors")
        width = max(len(metric["name"]) for metric in self.metrics)
        for metric in self.metrics:
            number = f"{metric['value']:,.{DIGITS.get(metric['unit'], 0)}f}"
            words = "" if metric["unit"] == "ratio" else f" {metric['unit']}"
            mark = "" if metric["mark"] is None else (
                f"  {'at least' if metric['better'] == 'more' else 'at most'} {metric['mark']:g}: "
                + ("reached" if metric["reached"] else "not reached"))
            print(f"  {metric['name']:<{width}}  {number:>12}{words}{mark}".rstrip(), flush=True)

    def write(self, path):
        """Adds the record to a file, which may hold those of other parts."""
        known = json.loads(path.read_text("utf-8")) if path.exists() else []
        record = {"part": self.part, "size": self.size, "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                  "processors": os.cpu_count(), "load": round(self.load, 2), "metrics": self.metrics, "series": self.series}
        path.write_text(json.dumps([*known, record], ensure_ascii=False, indent=1) + "\n", "utf-8")


def share(values, part):
    """The value that this share of them does not exceed; they are sorted."""
    return values[min(len(values) - 1, int(part * len(values)))]
