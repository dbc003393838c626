"""What must hold of all that was read, whatever the story: numbers without gaps, no event twice, nobody's secrets."""

import json
from collections import defaultdict

from .world import ROOT

# What the complainants of the stories said of themselves, and words of theirs: none of it may stand on a public topic.
SECRETS = ("侯先生", "王女士", "周先生", "13870209001", "13870209002", "13870209003", "深坑", "污水反流")


def objections(stories, observer):
    """Sentences about what is wrong; none when all is well."""
    ours = observer.seen(lambda event: any(story.correlation and story.is_ours(event) for story in stories))
    found = [f"not a CloudEvent in binary mode: {text}" for text in observer.unreadable]
    found += twice(ours) + gaps(ours) + incomplete(ours) + betrayed(ours)
    return found


def twice(events):
    places = defaultdict(list)
    for event in events:
        places[event.topic, event.id].append(event.place)
    return [f"event {id} stands on {topic} more than once: {', '.join(where)}"
            for (topic, id), where in places.items() if len(where) > 1]


def gaps(events):
    """Each subject's events are numbered from one without gaps, in the order they are read."""
    numbers = defaultdict(list)
    for event in events:
        if event.topic in ("petitions", "scores", "compensations"):
            numbers[event.topic, event.key].append(event.sequence)
    return [f"the numbers of {key} on {topic} are {found}, not 1 to {len(found)}"
            for (topic, key), found in numbers.items() if found != list(range(1, len(found) + 1))]


def incomplete(events):
    """What a schema requires stands in every event of its type."""
    required = {}
    found = []
    for event in events:
        kind = event.attributes["type"]
        if kind not in required:
            schema = ROOT / "Shared/Contracts/Schemas" / f"{kind}.json"
            required[kind] = json.loads(schema.read_text())["required"] if schema.exists() else None
        if required[kind] is None:
            found.append(f"{kind} has no schema")
        elif absent := [name for name in required[kind] if name not in event.data]:
            found.append(f"{kind} at {event.place} lacks {', '.join(absent)}")
    return found


def betrayed(events):
    found = []
    for event in events:
        text = event.raw.decode(errors="replace") + json.dumps(event.attributes, ensure_ascii=False)
        if told := [secret for secret in SECRETS if secret in text]:
            found.append(f"{event.name} at {event.place} tells {', '.join(told)}")
    return found
