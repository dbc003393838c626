"""Each event appears once on its topic, in the order of its outbox for each key, with numbers that only go up."""

from collections import Counter, defaultdict

from ..history import Finding

# Topics whose subjects number their events without gaps.
NUMBERED = {"petitions", "scores", "compensations", "petitioner-messages", "notifications", "audit"}


def once(history):
    """Since the broker last lost its data, if ever, each event stands on its topic once."""
    places = defaultdict(list)
    for record in history.records:
        places[record.era, record.topic, record.id].append(record)
    for (_, topic, event), found in places.items():
        if len(found) > 1:
            yield Finding("doubled", event, ", ".join(record.place for record in found),
                          f"{found[0].type} of {found[0].key} stands {len(found)} times on {topic}")


def ascending(history):
    """In the order of the log each subject's numbers go up, and leave none out; a state's never go back."""
    numbers = defaultdict(list)
    for record in history.records:
        if record.sequence is not None and (record.topic in NUMBERED or record.topic.startswith("state.")):
            numbers[record.era, record.topic, record.subject].append(record)
    for (_, topic, subject), found in numbers.items():
        before = 0
        for record in found:
            if record.sequence < before or record.sequence == before and topic in NUMBERED:
                yield Finding("inverted", subject, record.place, f"number {record.sequence} comes after {before} on {topic}")
            elif record.sequence != before + 1 and topic in NUMBERED:
                yield Finding("gap", subject, record.place, f"number {record.sequence} comes after {before} on {topic}")
            before = max(before, record.sequence)


def as_committed(history):
    """What the topics hold now is what the outboxes hold, for each key in their order."""
    there, rows = defaultdict(list), defaultdict(list)
    for record in history.present:
        there[record.topic, record.key].append(record)
    for row in sorted(history.outbox, key=lambda row: row.number):
        rows[row.topic, row.key].append(row)
    for topic, key in sorted(there.keys() | rows.keys()):
        read, wanted = there[topic, key], rows[topic, key]
        if [record.id for record in read] == [row.event_id for row in wanted]:
            continue
        yield from _difference(topic, key, read, wanted)


def _difference(topic, key, read, wanted):
    missing = Counter(row.event_id for row in wanted) - Counter(record.id for record in read)
    strange = Counter(record.id for record in read) - Counter(row.event_id for row in wanted)
    for event in missing:
        yield Finding("unpublished", key, topic, f"event {event} is committed in the database and not on {topic}")
    places = {record.id: record.place for record in read}
    for event in strange:
        if Counter(record.id for record in read)[event] == 1:
            yield Finding("uncommitted", key, places[event], f"event {event} is on {topic} and not in the outbox")
    if not missing and not strange:
        first = next(record for record, row in zip(read, wanted) if record.id != row.event_id)
        yield Finding("inverted", key, first.place, f"event {first.id} is out of the order of the outbox")


CHECKS = (once, ascending, as_committed)
