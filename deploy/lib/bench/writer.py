"""A write transaction that is held open in another database of the same server: what it does to the flow.

Such a transaction holds the horizon back below which PostgreSQL removes dead rows, in all databases; an outbox whose rows are
deleted or updated would grow and slow down. The flow under full load before, meanwhile and afterwards, each as long.
"""

import threading
import time

from .database import Session, ask
from .intake import WARM, Intake
from .kafka import Feeder, check
from .part import said
from .process import Trouble

# As many always wait: enough for full batches, too few for the local broker to choke on.
AHEAD, CHUNK, FOR_EVER, COMPARED = 8000, 1000, 10**9, 20000
CROWD = 0.05  # seconds in which a reader has a crowd in its hands
SETTLES = 5  # seconds before the first window: the first batches are not the flow


class Run(Intake):
    NAME = "writer"

    def play(self):
        window = self.options.seconds or 30
        found = self.result(window)
        self.start()
        self.warm()
        said(f"{window} s before, {window} s with the writer, {window} s after")
        reader, before = self.stranger(FOR_EVER, self.prefix + "petitions"), self.spent()
        count, marks = self.flow_on(window)
        after = self.spent()
        rows = [row for row in reader.rows_until(self.told(), 120) if row[2].endswith(b"received.v1")]
        check(rows, self.petitions(WARM, "w") | self.petitions(count, "d"))
        self.rates(found, *(flow(rows, one, other) for one, other in zip(marks, marks[1:])))
        self.costs(found, count, (before, after))
        found.add("resident, largest", self.service.largest, "MB")
        self.dead(found)
        self.bare(found, COMPARED)
        found.show()

    def flow_on(self, window):
        """Feeds all the while; answers how many complaints, and when each window began and the last ended. All are told of."""
        ended, fed, troubles = threading.Event(), [0], []
        feeding = threading.Thread(target=self.keep_feeding, args=(ended, fed, troubles), daemon=True)
        feeding.start()
        time.sleep(SETTLES)
        marks = [time.monotonic()]
        until(marks, window)
        writer = Session(
            self.options.database, "create table if not exists held (at timestamptz);", "begin;",
            "insert into held values (now());")
        until(marks, window)
        writer.close()
        until(marks, window)
        ended.set()
        feeding.join()
        if troubles:
            raise Trouble(f"the feeding failed: {troubles[0]}")
        self.until_taken(WARM + fed[0])
        return fed[0], marks

    def keep_feeding(self, ended, fed, troubles):
        """So that a few thousand always wait."""
        try:
            feeder = Feeder(self.servers, self.prefix, linger=5)
            while not ended.is_set():
                if WARM + fed[0] - self.taken() < AHEAD:
                    feeder.backlog(CHUNK, "d", fed[0])
                    fed[0] += CHUNK
                else:
                    time.sleep(0.1)
        except Exception as trouble:  # told by the thread that waits
            troubles.append(trouble)

    def told(self):
        """How many events are on the topic, or will be in a moment."""
        return int(ask(self.environment["DATABASE_URL"], "select count(*) from outbox where topic = 'petitions'")[0])

    def rates(self, found, before, during, after):
        """The flow drifts by itself as books and broker fill: what is compared is the middle with both sides."""
        found.add("before, complaints a second", before, "a second")
        found.add("with the writer, complaints a second", during, "a second")
        found.add("after, complaints a second", after, "a second")
        sides = (before + after) / 2
        found.add("less with the writer than beside it", (sides - during) / sides * 100, "%", most=2)

    def dead(self, found):
        self.stop()  # a session tells the statistics what it did when it ends
        time.sleep(1)
        [outbox, notes] = ask(
            self.environment["DATABASE_URL"],
            "select coalesce(sum(n_dead_tup) filter (where relname !~ '_(tick|published)$'), 0) || E'\\n' || "
            "coalesce(sum(n_dead_tup) filter (where relname ~ '_(tick|published)$'), 0) "
            "from pg_stat_user_tables where schemaname = current_schema() and relname like 'outbox%'")
        found.add("dead rows of the outbox afterwards", int(outbox), "", most=0)
        found.add("dead rows of the relay's notes afterwards", int(notes))


def until(marks, window):
    time.sleep(max(0, marks[-1] + window - time.monotonic()))
    marks.append(time.monotonic())


def flow(rows, began, ended):
    """Complaints a second in a window. They come in the crowd of a Kafka transaction: counted is from the first crowd's end to
    the last's, so that it makes no difference whether a window ends just before or behind one."""
    times = sorted(at for at, _, _ in rows if began <= at < ended)
    if not times or times[-1] - times[0] < CROWD:
        raise Trouble("too few events for a flow; take longer windows")
    crowd = sum(at <= times[0] + CROWD for at in times)
    return (len(times) - crowd) / (times[-1] - times[crowd - 1])
