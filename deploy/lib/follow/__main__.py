"""Reads the pages in order, each as its own reader would; see deploy/tools/follow-pages."""

import argparse
import signal
import sys
import time
from pathlib import Path

from .machine import Machine
from .page import read, same
from .planted import unseen
from .reader import Reader

ROOT = Path(__file__).resolve().parents[3]
SERVICES = ("petitions", "scoring", "compensation", "notifications")
PAGES = [f"deploy/docs/{name}.md" for name in (
    "hotlines", "hotlines.zh-CN", "agencies", "agencies.zh-CN", "open311", "filters", "filters.zh-CN", "operators")]


def main():
    parser = argparse.ArgumentParser(prog="follow-pages")
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("pages", nargs="*", default=PAGES)
    options = parser.parse_args()
    programs = [ROOT / ".build/release" / name for name in SERVICES] if options.no_build else None
    if missing := [program.name for program in programs or [] if not program.is_file()]:
        sys.exit(f"✗ not built: {', '.join(missing)}. Leave --no-build away.")
    try:
        pages = [read(name, (ROOT / name).read_text("utf-8")) for name in options.pages]
    except ValueError as trouble:
        sys.exit(f"✗ {trouble}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended
    machine = Machine(ROOT, programs)
    try:
        if blind := unseen(Reader(machine)):
            sys.exit(f"✗ the reader does not see what is planted: {blind}")
        return follow(Reader(machine, build=not options.no_build), pages)
    finally:
        machine.clear()


def follow(reader, pages):
    for page in pages:
        if told := next((other for other in pages if other.name == page.name.replace(".zh-CN.", ".") and other != page), None):
            print(f"  · {page.name}: as {told.name}", flush=True)
            if not same(told, page):
                reader.fault(page, 1, f"its commands, or the answers it shows, are not those of {told.name}")
            continue
        began, faults, followed, compared = time.monotonic(), len(reader.faults), reader.followed, reader.compared
        reader.follow(page)
        print(f"  {'·' if len(reader.faults) == faults else '✗'} {page.name}: {reader.followed - followed} commands, "
              f"{reader.compared - compared} answers ({time.monotonic() - began:.0f} s)", flush=True)
    reader.end()
    for page in pages:
        for line, first in page.elsewhere:
            print(f"  - {page.name}:{line}: not followed, for another machine: {first}")
    for fault in reader.faults:
        print(f"  ✗ {fault}")
    print(f"{reader.followed} commands of {len(pages)} pages followed, {reader.compared} answers compared, "
          f"{sum(len(page.elsewhere) for page in pages)} blocks not followed; {len(reader.faults)} not true")
    return 1 if reader.faults or not reader.followed else 0


if __name__ == "__main__":
    sys.exit(main())
