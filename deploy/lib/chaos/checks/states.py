"""The state topics hold what the tables hold, and every open case has its date."""

from ..history import Finding

# What a state record says, and the row by which it is known.
FIELDS = {
    "state.petitions": ("petitions", "id", {"status": "status", "region": "region", "category": "category",
                                            "petitionNumber": "number", "sequence": "sequence"}),
    "state.ratings": ("ratings", "subject", {"colour": "colour", "region": "region", "sequence": "sequence", "score": "score"}),
    "state.compensations": ("cases", "id", {"status": "status", "region": "region", "caseNumber": "number",
                                            "sequence": "sequence", "overdue": "is_overdue"}),
}


def equal(history):
    """The newest record of each key says what the row says; there is one for each row, and none without."""
    newest = {(record.topic, record.key): record for record in history.present}
    for topic, (table, key, fields) in FIELDS.items():
        rows = {row[key]: row for row in getattr(history, table)}
        keys = {known for of, known in newest if of == topic}
        for known in sorted(keys - rows.keys()):
            yield Finding("unequal", known, newest[topic, known].place, "a state without a row")
        for known, row in sorted(rows.items()):
            record = newest.get((topic, known))
            if record is None:
                # A subject of which nothing was told yet has no state either.
                if row["sequence"]:
                    yield Finding("unequal", known, topic, "a row without a state")
                continue
            for name, column in fields.items():
                said, there = record.data.get(name), row[column]
                if name == "score" and there is not None:
                    there = there / 100
                if said != there:
                    yield Finding("unequal", known, record.place, f"{name} is {said!r} there and {there!r} in the table")


def dates(history):
    """Every open petition and every open case has a date by which something is due, or one that was missed and told
    of."""
    for row in history.petitions:
        if row["status"] != "archived" and not (row["due_at"] or row["missed_at"]):
            yield Finding("no date", row["external_id"], "", f"petition {row['number']} is open and nothing is due")
    for row in history.cases:
        if row["status"] != "closed" and not (row["due_at"] or row["is_overdue"]):
            yield Finding("no date", row["number"], "", f"case {row['id']} is open and nothing is due")
    promised = {record.data["petitionId"] for record in history.records
                if record.type == "petition.received" and record.data.get("dueDates")}
    for row in history.petitions:
        if row["id"] not in promised:
            yield Finding("no date", row["external_id"], "", "its petition.received promises no date, or is not there")


CHECKS = (equal, dates)
