"""What the topics have beside a database that went back: what is made a second time, and what no outbox has any more."""

from collections import Counter

# Where what is made a second time may differ: cases and ratings follow from several topics, which are read in another order then.
OF_SEVERAL_TOPICS = {"compensations", "state.compensations", "scores", "state.ratings"}


class Orphans:
    def __init__(self, rehearsal, before):
        """Directly after the database went back. Before: the records of the topics until then."""
        self._rehearsal, self._before = rehearsal, before
        rows = self._rows()
        # The subjects of which the topics tell more than the database knows.
        self.ahead = {record.subject for record in before if record.id not in rows}
        self.events = []

    def look(self):
        """When all is taken in again: what nobody makes a second time."""
        rows = self._rows()
        self.events = [record for record in self._before if record.id not in rows]
        return self

    def told(self):
        counted = Counter(record.type for record in self.events)
        return ", ".join(f"{count} {kind}" for kind, count in sorted(counted.items())) or "none"

    def of_staff(self):
        """The petitions of those that are neither seals of the audit trail nor of what follows from several topics."""
        return {record.data.get("petitionId") or record.subject for record in self.events
                if record.topic not in OF_SEVERAL_TOPICS and record.topic != "audit"}

    def excuses(self, finding):
        """Of what the topics are ahead of, numbers stand twice there, and events that no outbox has or has in another order; a
        payment is told a second time when the second time something else had it booked."""
        if finding.check in ("no cause", "no root") and finding.place.startswith("state."):
            return True  # filled again from the tables: the cause is the filling
        if finding.check == "wrong effect":  # booked at once the first time, the second time when its case was there, or the reverse
            return any(record.type == "compensation.paid" and record.data["paymentId"] == finding.key for record in self.events)
        return finding.check in ("inverted", "gap", "uncommitted") and (
            finding.key in self.ahead or any(record.place in finding.place for record in self.events))

    def _rows(self):
        found = self._rehearsal.stack.database.tables({
            service: f"select event_id from {service}.outbox" for service in self._rehearsal.stack.services})
        return {row["event_id"] for service in found for row in found[service]}
