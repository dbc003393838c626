"""A newer version takes the place of an older one while outsiders send, and one service goes back again on the newer schema."""

import time

from bench.process import Trouble
from chaos.identity import cause_id

from .staff import Staff

TOGETHER = 8  # seconds that two versions of a service work side by side
BACK = "petitions"  # the service that goes back


def play(rehearsal, options):
    stack, staff = rehearsal.stack, Staff(rehearsal.stack)
    older, newer = stack.programs, options.newer
    rehearsal.traffic(5)
    rehearsal.step("the older version works, and outsiders send all the while")
    stack.programs = newer  # of the operator's commands, and of replicas that are started from here on
    prepare(rehearsal)
    accepted = [accept(rehearsal, staff)]
    for service in sorted(stack.services):
        replace(rehearsal, service, newer)
        accepted.append(accept(rehearsal, staff))
    rehearsal.traffic(5)
    rehearsal.settle()
    rehearsal.judge(named_by_place(rehearsal))

    rehearsal.traffic(3)
    for number, replica in enumerate(replica for replica in stack.replicas if replica.service == BACK):
        change(rehearsal, replica, older)
        if number == 0:
            rehearsal.traffic(TOGETHER)
            accepted.append(accept(rehearsal, staff))
    rehearsal.step(f"{BACK} is the older program again, on the newer schema")
    refused = refuses_to_migrate(stack, older)
    rehearsal.holds(bool(refused), f"the older program's `migrate` leaves the newer schema alone: {refused}")
    rehearsal.traffic(10)
    rehearsal.settle()
    rehearsal.holds({staff.status(petition) for petition in accepted} == {"accepted"},
                    f"the {len(accepted)} steps that staff took meanwhile are there")
    rehearsal.judge(named_by_place(rehearsal))


def prepare(rehearsal):
    """What the newer version's Job does, beside replicas of the older one."""
    stack = rehearsal.stack
    for service in stack.services:
        rehearsal.sender.burst(40)
        began = time.monotonic()
        for words in (("migrate",), ("rules", "load", "deploy/rules"), ("topics",)):
            stack.command(service, *words)
        rehearsal.step(f"{service} of the newer version: migrate, rules load and topics in {time.monotonic() - began:.1f} s")
    time.sleep(3)
    rehearsal.holds(all(replica.is_ready() for replica in stack.replicas),
                    "every replica of the older version is ready on the newer schema")


def replace(rehearsal, service, programs):
    """One replica after the other; where there is one only, another comes first, as Kubernetes does it."""
    stack = rehearsal.stack
    replicas = stack.of(service)
    extra = stack.join(service) if len(replicas) == 1 else None
    if extra:
        extra.until_ready()
    else:
        change(rehearsal, replicas.pop(0), programs)
    rehearsal.traffic(TOGETHER, burst=80)
    rehearsal.step(f"{service}: both versions side by side for {TOGETHER} s")
    for replica in replicas:
        change(rehearsal, replica, programs)
    if extra:
        extra.stop()
        stack.leave(extra)


def change(rehearsal, replica, programs):
    rehearsal.sender.burst(30)
    took = replica.stop(grace=27)
    replica.programs = programs
    replica.start().until_ready()
    which = "newer" if programs == rehearsal.stack.programs else "older"
    rehearsal.holds(took is not None, f"{replica.name} ended within its grace, and is the {which} program now",
                    "it had to be killed after 27 s")


def accept(rehearsal, staff):
    petition = staff.to_be_accepted(1)[0]
    staff.accept(petition)
    return petition


def refuses_to_migrate(stack, older):
    """What an older program says when it is told to migrate; nothing when it did."""
    newer, stack.programs = stack.programs, older
    try:
        stack.command(BACK, "migrate")
        return ""
    except Trouble as trouble:
        return str(trouble).strip().splitlines()[-1][:200]
    finally:
        stack.programs = newer


def named_by_place(rehearsal):
    """What excuses a cause that is a complaint's record by its place alone, as older versions name it: the judge knows the present
    names, of place and content."""
    rehearsal.witness.topics.read()
    known = {cause_id(rehearsal.stack.prefix + record.topic, f"{record.partition}/{record.offset}")
             for record in rehearsal.witness.topics.inbound}
    return lambda finding: finding.check in ("no cause", "no root") and any(word in known for word in finding.message.split("'"))
