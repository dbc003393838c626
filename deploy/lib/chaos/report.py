"""What people see of a run, and what is written down of it."""

import json
import time
from collections import Counter
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
