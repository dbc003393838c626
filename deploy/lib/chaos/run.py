"""One run: faults strike while outsiders send; now and then all settles and is judged."""

import time
from collections import Counter

from bench.process import Trouble

from .checker import findings
from .history import Finding
from .settle import settle

MOST = 50  # findings kept; more of the same help nobody


class Run:
    def __init__(self, stack, sender, witness, schedule, line):
        self.stack, self.sender, self.witness, self.schedule, self.line = stack, sender, witness, schedule, line
        self.struck, self.findings, self.settled = [], [], []
        self.evidence = None  # the history in which something was found
        self.frozen = {}
        self.unhung = 0  # how often the local broker had to be started again
        self.redriven = 0  # messages that the operator had taken in again
        self.began = time.monotonic()

    # ---- for the faults

    def victim(self, chance):
        """A replica that is not frozen, and lives."""
        return chance.choice([replica for replica in self.stack.replicas if replica.name not in self.frozen])

    def burst(self, chance, count=40):
        self.sender.burst(chance.randrange(count // 2, count))

    def found(self, check, key, place, message):
        self.findings.append(Finding(check, key, place, message))

    def ends(self, process, limit):
        """Whether a process ends by itself; it is gone afterwards in any case."""
        try:
            process.wait(limit)
            return True
        except Exception:
            process.kill()
            process.wait(10)
            return False

    def settle(self):
        """All comes to rest; how long it took."""
        for thaw in self.frozen.values():
            thaw.join()
        self.frozen.clear()
        self.stack.mend()
        took = self._at_rest()
        if self._redriven():
            took += self._at_rest()
        return took

    def _at_rest(self):
        return settle(self.stack, self.sender, self.witness.topics, lambda what: self.line.show(f"settling; {what}"),
                      self._unhung)

    def _unhung(self, topics):
        """The local broker, once it was ended or had lost its data, may hold a transaction open whose producer it has
        forgotten, where Apache Kafka would end it in time. Started again it ends it. Counted, and said in the report;
        no other fault excuses one."""
        if not {"broker-restart", "broker-wiped"} & self.kinds().keys() or not topics.hanging():
            return False
        self.stack.server("stop", "broker")
        self.stack.server("start", "broker")
        self.unhung += 1
        return True

    def _redriven(self):
        """A message that was under way alone when its process was killed twice is kept for the operator, who has it
        taken in again as documented: then it must be taken in. Whatever is held for another reason stays, and is a
        finding."""
        held = self.stack.database.tables({
            service: f"select code from {service}.dead_letter where state in ('parked', 'waiting')" for service in self.stack.services})
        services = [service for service, rows in held.items() if any(row["code"] == "killed-its-process" for row in rows)]
        for service in services:
            try:
                self.stack.command(service, "dead-letters", "redrive", **self.stack.key_of_the_vault(service))
                self.redriven += len(held[service])
            except Trouble as trouble:
                self.line.note(str(trouble))  # what is still held is found
        return services

    # ---- the run itself

    def play(self, faults, round_length, seconds):
        self.sender.burst(100)
        for number in range(1, faults + 1):
            if seconds and time.monotonic() - self.began > seconds:
                break
            is_last = number == faults or number % round_length == 0
            self.strike(number, faults)
            if is_last and not self.judge(number):
                return
        if not faults:
            self.sender.go_on()
            time.sleep(seconds or 10)
        if not self.settled or self.settled[-1][0] != len(self.struck):
            self.judge(len(self.struck))

    def strike(self, number, faults):
        self.sender.go_on()
        fault, chance = self.schedule.next(number == faults)
        self.line.show(f"{number}/{faults} {fault.name}, {len(self.sender.sent)} sent")
        self.frozen = {name: thaw for name, thaw in self.frozen.items() if thaw.is_alive()}
        began = time.monotonic()
        where = fault.strike(self, chance)
        self.struck.append({"number": number, "fault": fault.name, "where": where or "", "at": round(began - self.began, 1),
                            "seconds": round(time.monotonic() - began, 1)})
        self.stack.mend()
        self.witness.look_at_metrics()

    def judge(self, number):
        """Settles and checks; false when there is a finding, after which nothing more can be told apart."""
        self.line.show(f"settling after {number}")
        try:
            took = self.settle()
        except Trouble as trouble:
            self.found("does not settle", "the system", "", str(trouble))
            self.settled.append((number, None))
            return False
        self.line.show(f"looking at everything after {number}")
        history = self.witness.history()
        found = findings(history)
        self.findings += found[:MOST]
        self.settled.append((number, round(took, 1)))
        self.line.note(f"after {number} faults: at rest in {took:.0f} s; {counted(history)}; "
                       + (f"{len(found)} findings" if found else "nothing lost, doubled or out of order"))
        self.evidence = history if found else None
        return not found

    def kinds(self):
        return Counter(one["fault"] for one in self.struck)


def counted(history):
    return (f"{len(history.sent)} records sent, {len(history.petitions)} petitions, {len(history.facts)} facts, "
            f"{len(history.payments)} payments, {len(history.records)} records read back")
