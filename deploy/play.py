#!/usr/bin/env python3
"""Plays three cases through the running stack, as hotlines, staff and an agency would, and shows what happened.

usage: . .local/env && .local/venv/bin/python deploy/play.py [--only NAME …]

  --only   lushan, gongqingcheng or loop; may be given again (default: all three)

Complaints go in through Kafka, staff act over HTTP with tokens of ./deploy/token, an agency is told by webhook. A
consumer of its own, which reads committed transactions only, reads every event back. May be played again and again:
each run has numbers of its own. Exit code 0 only if every loop closed and every expected event was read back.
"""

import argparse
import signal
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))

from play import timeline, witness  # noqa: E402
from play.agency import Agency  # noqa: E402
from play.gongqingcheng import Gongqingcheng  # noqa: E402
from play.lushan import Lushan  # noqa: E402
from play.observer import Observer  # noqa: E402
from play.whole_loop import WholeLoop  # noqa: E402
from play.world import SERVICES, Missing, World  # noqa: E402

NAMES = ("lushan", "gongqingcheng", "loop")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=NAMES, action="append", metavar="NAME", help=", ".join(NAMES))
    chosen = parser.parse_args(arguments).only or NAMES
    world = World()
    if down := [name for name in SERVICES if '"status"' not in world.readiness(name)]:
        raise Missing(f"no answer from {', '.join(down)}; look at {world.log(down[0])}")
    observer, agency = Observer(world), Agency()
    print(f"\n{timeline.BOLD}▸ Playing the cases{timeline.PLAIN} (run {world.run})", flush=True)
    try:
        observer.start()
        cases = {
            "lushan": lambda: Lushan(world, observer), "gongqingcheng": lambda: Gongqingcheng(world, observer),
            "loop": lambda: WholeLoop(world, observer, agency)}
        stories = [cases[name]() for name in NAMES if name in chosen]
        for story in stories:
            began = time.monotonic()
            story.play()
            ending = "closed" if story.trouble is None else "did not close"
            print(f"  {story.title}: {ending} ({time.monotonic() - began:.1f} s)", flush=True)
        return report(stories, world, observer)
    finally:
        agency.stop()
        observer.stop()


def report(stories, world, observer):
    time.sleep(0.5)  # what would come too late or twice shows up
    objections = witness.objections(stories, observer)
    for story in stories:
        timeline.show(story, observer)
    for story in stories:
        if story.trouble:
            timeline.shortfall(story, world)
    for objection in objections:
        print(f"{timeline.RED}✗{timeline.PLAIN} {objection}")
    seen = sum(len(story.expected) for story in stories)
    closed = sum(story.trouble is None for story in stories)
    events = len(observer.seen(lambda event: any(story.correlation and story.is_ours(event) for story in stories)))
    print(f"\n{closed} of {len(stories)} loops closed; {seen} expected events read back of {events} on the topics; "
          + ("none twice, none missing in a sequence, no complainant's data among them" if not objections
             else f"{len(objections)} objections"))
    return 0 if closed == len(stories) and not objections else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what it has opened is closed
    try:
        sys.exit(main(sys.argv[1:]))
    except (Missing, RuntimeError) as trouble:
        sys.exit(f"✗ {trouble}")
    except KeyboardInterrupt:
        sys.exit(130)
