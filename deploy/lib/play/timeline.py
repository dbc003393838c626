"""Shows what happened: case by case, in time order, each line a moment."""

import os
import sys
import unicodedata

from . import words
from .story import Moment

COLOUR = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
BOLD, DIM, RED, GREEN, PLAIN = ("\033[1m", "\033[2m", "\033[31m", "\033[32m", "\033[0m") if COLOUR else ("",) * 5
WIDTHS = (10, 18, 34)


def width(text):
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text, columns):
    return text + " " * max(1, columns - width(text))


def moments(story, observer):
    """The doings of people, and the events of the case; states are not news."""
    seen = observer.seen(lambda event: not event.is_state and story.correlation and story.is_ours(event))
    lines = [Moment(event.at, event.service, event.name, words.told(event)) for event in seen]
    return sorted(story.moments + lines, key=lambda moment: moment.at)


def show(story, observer):
    number = f"  {DIM}{story.number}{PLAIN}" if story.number else ""
    print(f"\n{BOLD}▸ {story.title}{PLAIN}{number}")
    lines = moments(story, observer)
    for line in lines:
        when = f"+{line.at - lines[0].at:.3f} s"
        cells = [padded(cell, columns) for cell, columns in zip((when, line.who, line.what), WIDTHS)]
        print(f"  {DIM}{cells[0]}{PLAIN}{cells[1]}{cells[2]}{line.words}")
    for address in story.addresses:
        print(f"  {DIM}→ {address}{PLAIN}")
    if story.trouble is None:
        print(f"  {GREEN}✓{PLAIN} the loop closed: {len(story.expected)} expected events read back")


def shortfall(story, world):
    """Exactly what is missing, and where to look."""
    print(f"\n{RED}{BOLD}✗ {story.title}: the loop did not close{PLAIN}")
    print(f"  missing   {story.trouble}")
    if story.untried:
        print(f"  untried   {', '.join(story.untried)}")
    if story.service:
        log = world.log(story.service)
        print(f"  readiness {world.urls[story.service]}/readyz says {world.readiness(story.service)}")
        print(f"  log       {log}")
        for line in complaints_of(log):
            print(f"            {DIM}{line}{PLAIN}")


def complaints_of(log):
    """The last lines of a log that are warnings or worse."""
    try:
        lines = log.read_text(errors="replace").splitlines()[-2000:]
    except OSError:
        return []
    grave = ('"warning"', '"error"', '"critical"', "Fatal")
    return [line[:300] for line in lines if any(word in line for word in grave)][-3:]
