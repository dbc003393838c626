"""What every rehearsal has: traffic, rest, a line for each step, and things that must hold."""

import time

from chaos import report
from chaos.checker import findings
from chaos.run import Run, counted
from chaos.sender import Sender
from chaos.stream import Stream
from chaos.witness import Witness
from play.timeline import BOLD, DIM, PLAIN, RED

MOST = 20  # findings shown of one look


class Rehearsal:
    def __init__(self, stack, seed):
        self.stack, self.seed = stack, seed
        self.sender = Sender(stack, Stream(seed), stack.state / "sent.jsonl")
        self.witness = Witness(stack, self.sender)
        self.line = report.Moving(f"seed {seed}")
        self.run = Run(stack, self.sender, self.witness, None, self.line)
        self.wrong = 0

    # ---- traffic

    def traffic(self, seconds, burst=60):
        """Outsiders send; they go on behind it until all is to come to rest."""
        self.sender.burst(burst)
        self.sender.go_on()
        time.sleep(seconds)

    def settle(self):
        took = self.run.settle()
        self.step(f"at rest after {took:.0f} s: every log is taken in, every outbox published")

    def redrive(self, service):
        """What is held is taken in again, as documented; what the command said."""
        told = self.stack.command(service, "dead-letters", "redrive", limit=600, **self.stack.key_of_the_vault(service))
        return told.strip().splitlines()[-1]

    # ---- what is seen

    def step(self, text):
        """Something was done, and seen."""
        self.line.note(text)

    def holds(self, truth, text, otherwise=""):
        """Something that must be so."""
        if truth:
            self.line.note(text)
            return
        self.wrong += 1
        print(f"  {RED}✗ not so: {text}{PLAIN}" + (f" ({otherwise})" if otherwise else ""), flush=True)

    def judge(self, excused=None):
        """All promises at once, from the outside. What a rehearsal must excuse it says itself, and counts; the history that
        was looked at."""
        history = self.witness.history()
        found = [finding for finding in findings(history) if not of_staff(finding, history)]
        wrong = [finding for finding in found if not (excused and excused(finding))]
        for finding in wrong[:MOST]:
            print(f"    {DIM}{finding}{PLAIN}", flush=True)
        known = f", but for {len(found) - len(wrong)} findings that are known beforehand" if excused else ""
        self.holds(not wrong, f"topics and tables judged: {counted(history)}; nothing lost, doubled or out of order{known}",
                   f"{len(wrong)} findings")
        return history

    def verdict(self, name):
        took = time.monotonic() - self.run.began
        print(f"\n{BOLD}{name}{PLAIN}: seed {self.seed}, {len(self.sender.sent)} records sent, {took:.0f} s: "
              + (f"{self.wrong} of the things above did not hold" if self.wrong else "all of it held"), flush=True)
        return not self.wrong

    def end(self):
        self.sender.stop()


def of_staff(finding, history):
    """What staff did over HTTP has no record of an outsider at its root; staff accept petitions here, and nobody else does."""
    causes = {record.causation for record in history.records if record.type == "petition.accepted"}
    return finding.check in ("no cause", "no root") and any(repr(cause) in finding.message for cause in causes)
