"""What a hotline's broker acknowledged ends as a petition, a supplement or repeat of one, or a rejection with its
reason: once."""

from collections import Counter, defaultdict
from dataclasses import replace

from ..history import Finding
from ..identity import petition_id


def kept_by_the_broker(history):
    """Every record of which a producer was told that it is kept stands in the log where it was told."""
    there = {(record.topic, record.partition, record.offset, record.sha256, record.era) for record in history.inbound}
    for sent in history.sent:
        if (sent.topic, sent.partition, sent.offset, sent.sha256, sent.era) not in there:
            yield Finding("lost by the broker", sent.identity, sent.place, "acknowledged, and not in the log; no service's fault")


def receipts(history):
    """Each record of a complaint topic has one receipt; a note that it is delayed does not count."""
    given = defaultdict(list)
    for record in history.present:
        if record.topic == "complaints.receipts":
            at = record.data["record"]
            if record.data["status"] != "delayed":
                given[at["partition"], at["offset"], record.data["recordSha256"]].append(record)
    known = {sent.sha256: sent for sent in history.sent if sent.topic == "complaints"}
    asked = Counter((record.partition, record.offset, record.sha256) for record in history.inbound if record.topic == "complaints")
    for place, count in asked.items():
        found = given.pop(place, [])
        name = known[place[2]].identity if place[2] in known else "of a stranger"
        where = f"complaints/{place[0]}/{place[1]}"
        if not found:
            yield Finding("lost", name, where, "a complaint without a receipt")
        elif len(found) > count:
            yield Finding("doubled", name, where, f"{len(found)} receipts: {', '.join(record.place for record in found)}")
    for found in given.values():
        yield Finding("imagined", found[0].key, found[0].place, "a receipt for a record that nobody sent")


def verdicts(history):
    """The first of a (source, externalId) is registered, another content adds to it, the same again is a repeat; and
    what breaks the contract is refused with the right code and kept among the dead letters."""
    # The same bytes may come to stand in the same place again when the broker has lost all: each time has its own receipt.
    told = defaultdict(dict)
    for record in history.records:
        if record.topic == "complaints.receipts" and record.data["status"] != "delayed":
            at = record.data["record"]
            told[at["partition"], at["offset"], record.data["recordSha256"]].setdefault(record.id, record)
    letters = {(row["partition"], row["record_offset"], row["code"]) for row in history.letters if row["state"] == "rejected"}
    meant = {sent.sha256: sent for sent in history.sent if sent.topic == "complaints"}
    seen = defaultdict(set)
    complaints = [found for found in history.inbound if found.topic == "complaints" and found.sha256 in meant]
    for place in sorted(complaints, key=lambda found: (found.era, found.partition, found.offset)):
        sent = replace(meant[place.sha256], partition=place.partition, offset=place.offset, era=place.era)
        wanted = _wanted(sent, seen)
        receipts = told[sent.partition, sent.offset, sent.sha256]
        if not receipts:
            continue  # lost: said elsewhere
        record = receipts.pop(next(iter(receipts)))
        status, violation = record.data["status"], record.data.get("violation", {}).get("code", "")
        if status != wanted or violation != sent.code:
            yield Finding("wrong verdict", sent.identity, sent.place, f"{wanted} {sent.code} was due, {record.place} says {status} {violation}")
        if sent.code and (sent.partition, sent.offset, sent.code) not in letters:
            yield Finding("lost", sent.identity, sent.place, f"refused with {sent.code}, and not kept among the dead letters")


def _wanted(sent, seen):
    if sent.code:
        return "rejected"
    known = seen[sent.source, sent.identity]
    wanted = "registered" if not known else "duplicate" if sent.variant in known else "supplement"
    known.add(sent.variant)
    return wanted


def petitions(history):
    """One petition for each (source, externalId), with each further content once; none that nobody complained of."""
    wanted = defaultdict(set)
    for sent in history.sent:
        if sent.topic == "complaints" and not sent.code:
            wanted[petition_id(sent.source, sent.identity)].add(sent.variant)
    names = {petition_id(sent.source, sent.identity): sent for sent in history.sent if sent.topic == "complaints"}
    rows = Counter(row["id"] for row in history.petitions)
    for petition, variants in wanted.items():
        name = names[petition].identity
        if not rows[petition]:
            yield Finding("lost", name, names[petition].place, f"no petition {petition}")
        elif history.supplements.get(petition, 0) != len(variants) - 1:
            yield Finding("wrong effect", name, names[petition].place,
                          f"{len(variants) - 1} supplements are due, {history.supplements.get(petition, 0)} are kept")
    for petition in rows:
        if petition not in wanted:
            yield Finding("imagined", petition, "", "a petition that nobody complained of")


CHECKS = (kept_by_the_broker, receipts, verdicts, petitions)
