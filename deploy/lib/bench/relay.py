"""Publishing alone: an outbox that waits is published, then its rows once more by a bare transactional producer in C for
each shard.

The outbox is what the service itself wrote while its relay was held. A stranger reads the topic of most rows; the rate is that of
the middle four fifths, so that neither side is charged for beginning and ending.
"""

from .complaint import EVENTS
from .consumer import Run as Consumer
from .database import ask
from .held import shards
from .intake import bare_run
from .kafka import make_topics
from .part import said
from .process import Trouble
from .results import Results

PREFIX, PARTITIONS, BATCH = "bare.", 12, 2000


class Run(Consumer):
    NAME = "relay"

    def play(self):
        count = self.options.size or 50000
        held, _ = self.consume(Results("filling", count), count)
        rows = self.written()
        found = self.result(sum(rows.values()))
        rate = self.publish(found, held, rows)
        self.service.stop()
        # The clocks of the service may have written one more meanwhile.
        bare = self.produce(found, self.written())
        found.add("relay against the C program", rate / bare, "ratio", least=0.8)
        found.show()

    def written(self):
        """The rows of the outbox by topic."""
        return {topic: int(number) for topic, number in (
            line.split("|") for line in ask(
                self.environment["DATABASE_URL"], "select topic, count(*) from outbox group by topic"))}

    def publish(self, found, held, rows):
        total = sum(rows.values())
        said(f"the relay publishes {total:,} rows")
        reader = self.stranger(rows[EVENTS], self.prefix + EVENTS)
        self.service.forget_largest()
        before = self.spent()
        held.close()
        read = reader.rows(limit=60 + total / 1000)
        after = self.spent()
        rate = middle_rate(read, total)
        found.add("relay, rows a second", rate, "a second")
        self.own_times(found, "one Kafka transaction", "ecoredress_relay_transaction_seconds")
        self.costs(found, total, (before, after), "row")
        found.add("resident, largest", self.service.largest, "MB")
        return rate

    def produce(self, found, rows):
        total = sum(rows.values())
        said(f"the C program publishes the same {total:,} rows")
        make_topics(self.servers, [PREFIX + topic for topic in rows], PARTITIONS)
        reader = self.stranger(rows[EVENTS], PREFIX + EVENTS)
        url = self.environment["DATABASE_URL"]
        printed, used, largest = bare_run(
            [self.options.state / "producer", self.servers, PREFIX, str(BATCH), str(shards(url))], url, 60 + total / 1000)
        if f"published {total} rows" not in printed:
            raise Trouble(f"the C program did not publish {total} rows: {printed}")
        rate = middle_rate(reader.rows(limit=60), total)
        found.add("the C program, rows a second", rate, "a second")
        found.add("the C program, processor time per row", used / total * 1e6, "µs")
        found.add("the C program, resident, largest", largest, "MB")
        return rate


def middle_rate(read, total):
    """Rows of all topics a second between a tenth and nine tenths of those that were read."""
    times = sorted(at for at, _, _ in read)
    first, last = times[len(times) // 10], times[len(times) * 9 // 10]
    if last <= first:
        raise Trouble("too few rows for a rate: they came at once")
    return total * 0.8 / (last - first)
