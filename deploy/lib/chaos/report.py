"""What people see of a run, and what is written down of it."""

import gzip
import json
import time
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import datetime, timezone

from play.timeline import BOLD, DIM, GREEN, PLAIN, RED
from progress import Line


class Moving(Line):
    """The moving line, with lines above it that stay."""

    def note(self, text):
        print(("\r\033[K" if self.terminal else "") + f"  {GREEN}✓{PLAIN} {text} {DIM}({self.elapsed()}){PLAIN}", flush=True)
        self.shown = 0.0


def show(run, seed):
    """The report, ending with one line."""
    sent = Counter(f"{one.kind} {one.code}".strip() for one in run.sender.sent)
    print(f"\n{BOLD}▸ Sent{PLAIN}   {', '.join(f'{count} {kind}' for kind, count in sorted(sent.items()))}")
    print(f"{BOLD}▸ Faults{PLAIN} {', '.join(f'{count} {kind}' for kind, count in sorted(run.kinds().items())) or 'none'}")
    if run.redriven:
        print(f"  {run.redriven} messages were under way when their process was killed twice, and were redriven")
    if run.unhung:
        print(f"  {run.unhung} times the local broker held a transaction open that it had forgotten, and was started again")
    for finding in run.findings:
        print(f"  {RED}✗{PLAIN} {finding}")
    took = time.monotonic() - run.began
    verdict = f"{len(run.findings)} findings" if run.findings else "no finding"
    print(f"\nchaos: seed {seed}, {len(run.struck)} faults, {len(run.sender.sent)} records sent, {took:.0f} s: {verdict}", flush=True)


def write(run, seed, path):
    sent = Counter(one.kind for one in run.sender.sent)
    path.write_text(json.dumps({
        "seed": seed, "ended": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "seconds": round(time.monotonic() - run.began, 1), "sent": sent, "struck": run.struck, "faults": run.kinds(),
        "redriven": run.redriven, "unhung": run.unhung, "settled": [{"after": number, "seconds": took} for number, took in run.settled],
        "findings": [vars(finding) for finding in run.findings]}, ensure_ascii=False, indent=1) + "\n")


def keep(history, path):
    """All that a finding was judged by, a line of JSON for each value and what it is a value of: it may not stand anywhere else
    any more."""
    with gzip.open(path, "wt", compresslevel=3) as file:
        for part in fields(history):
            for value in _values(getattr(history, part.name)):
                file.write(json.dumps({part.name: value}, ensure_ascii=False, default=str) + "\n")


def _values(part):
    if isinstance(part, dict):
        return part.items()
    return (vars(value) if is_dataclass(value) else value for value in part)
