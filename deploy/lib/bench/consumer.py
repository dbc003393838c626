"""Taking in alone: complaints that wait on the topic become petitions, while nothing is published."""

from .database import ask
from .held import hold_relay
from .intake import Intake, wall_clock
from .part import said
from .process import Trouble


class Run(Intake):
    NAME = "consumer"

    def play(self):
        count = self.options.size or 50000
        found = self.result(count)
        bare = self.bare(found, count, alone=True)
        relay, rate = self.consume(found, count)
        relay.close()
        found.add("petitions against the C program", rate / bare, "ratio")
        found.show()

    def consume(self, found, count):
        """Takes everything in; answers the relay, still held, and complaints a second."""
        said(f"{count:,} complaints are taken in")
        self.start().until_ready()  # with an outbox that is empty, it has made its shards
        self.service.stop()
        relay = hold_relay(self.environment)
        published = self.published()
        self.feed(count, "c")
        self.start()
        before = 0, self.database_seconds()
        ended = self.until_taken(count)
        after = self.spent()
        rate = count / (ended + wall_clock() - self.first_registration())
        if ask(self.environment["DATABASE_URL"], "select count(*) from petition") != [str(count)]:
            raise Trouble("not every complaint became a petition")
        if self.published() != published:
            raise Trouble("something was published, though the relay was held")
        found.add("petitions, complaints taken in a second", rate, "a second")
        self.own_times(found, "one batch", "ecoredress_inbound_batch_seconds")
        self.costs(found, count, (before, after))
        found.add("resident, largest", self.service.largest, "MB")
        return relay, rate

    def published(self):
        return ask(self.environment["DATABASE_URL"], "select shard, tick, last_id from outbox_published order by shard")
