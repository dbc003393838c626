"""From every event a chain of causes leads back to the complaint, fact or payment that it follows from."""

from ..history import Finding
from ..identity import cause_id, delayed_id, submission_id

# What the clock sets off has no complaint at its root: monthly checks and digests of a bureau, seals of the audit trail.
CALENDAR = ("monthly-check:", "digest:", "account-year:", "monthly-dispatch:", "audit:")


def complete(history, prefix="ecoredress."):
    """Each causation is the id of a record that is known, or of a thing that is known; each correlation is a root's."""
    roots = _roots(history, prefix)
    known = {record.id for record in history.records}
    things = _things(history)
    for record in history.records:
        cause, root = record.causation, record.correlation
        if cause.startswith(CALENDAR):
            continue
        refilled = record.topic.startswith("state.") and cause not in roots and cause not in known and record.era > 0
        if not refilled and cause not in roots and cause not in known and not _names(cause, things):
            yield Finding("no cause", record.key, record.place, f"{record.type} {record.id} follows from {cause!r}, which is nowhere")
        if not refilled and root not in roots and not root.startswith(CALENDAR) and not _names(root, things):
            yield Finding("no root", record.key, record.place, f"{record.type} {record.id} has {root!r} at its root, which nobody sent")


def _roots(history, prefix):
    """The ids by which what outsiders sent is a cause: of events, and of records as such."""
    found = set()
    for sent in history.sent:
        found.add(cause_id(sent.source, sent.event_id))
    for record in history.inbound:
        place = prefix + record.topic, record.partition, record.offset, record.sha256
        found |= {submission_id(*place), delayed_id(*place)}
    return found


def _things(history):
    """Keys of cases, subjects, petitions and messages: of what came from outside, and is named where its own clock is
    the cause."""
    found = {row["id"] for table in (history.petitions, history.cases, history.messages) for row in table}
    return found | {row["subject"] for row in history.ratings}


def _names(cause, things):
    """Whether an internal cause, such as `clock:CASE:1`, names something that is known."""
    kind, _, rest = cause.partition(":")
    return bool(kind and rest) and any(rest[:end] in things for end in range(len(rest), 0, -1) if end == len(rest) or rest[end] == ":")


CHECKS = (complete,)
