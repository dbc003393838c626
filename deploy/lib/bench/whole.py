"""Complaints a second from end to end, as many as go, beside the C program on the same broker and database."""

from .intake import Intake, wall_clock
from .kafka import check
from .part import said


class Run(Intake):
    NAME = "whole"

    def play(self):
        count = self.options.size or 50000
        found = self.result(count)
        bare = self.bare(found, count)
        rate = self.whole(found, count)
        found.add("petitions against the C program", rate / bare, "ratio", least=0.75)
        print(f"\nratio {rate / bare:.2f}")
        found.show()

    def whole(self, found, count):
        """Complaints first, then the service; from the instant that its first transaction began (the registration of the
        first petition) to the last event in a reader's hands."""
        said(f"petitions: {count:,} complaints")
        self.feed(count, "c")
        reader = self.reader(count)
        self.start()
        before = 0, self.database_seconds()
        rows = reader.rows(limit=120 + count / 500)
        after = self.spent()
        took = max(at for at, _, _ in rows) + wall_clock() - self.first_registration()
        check(rows, self.petitions(count, "c"))
        found.add("petitions, complaints a second", count / took, "a second")
        self.costs(found, count, (before, after))
        found.add("resident, largest", self.service.largest, "MB")
        return count / took
