"""How what the service does all day costs at two sizes of its books: see ./deploy/bench --size.

What is filled are copies of a few petitions that the service itself took in (fill.sql); what is measured goes through
Kafka and HTTP as in daily work.
"""

import time
from datetime import datetime, timezone

from .asking import Asker, percentiles
from .books import Books
from .kafka import Feeder
from .part import Part, said

SMALL, COMPLAINTS, WARM = 10000, 20000, 3000


class Run(Part):
    NAME = "size"
    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("petitions")
        # Guessing is slowed down; what is measured is the answer.
        self.environment |= {"STATUS_QUERY_PER_NUMBER": "1000", "STATUS_QUERY_PER_ADDRESS": "100000"}
        self.books = Books(self.environment["DATABASE_URL"], self.owner_url("petitions"))
        self.feeder = Feeder(self.environment["KAFKA_BOOTSTRAP_SERVERS"], self.environment["TOPIC_PREFIX"], linger=5)
        self.service = self.serve("petitions", self.environment)
        port = int(self.environment["HTTP_PORT"])
        self.staff = Asker(port, self.token("clerk", "handler", "supervisor", "leader"))
        self.operator = Asker(port, self.token("operator"))

    def play(self):
        self.begin()
        self.templates()
        self.books.prepare()
        self.intake("w", WARM)
        measured = {}
        for size in (SMALL, self.options.size):
            self.books.fill(size, f", {self.books.size}, {size}", self.fold)
            measured[size] = self.measure(size)
        self.tell_sizes(measured)

    def fold(self):
        """Waits until the service has added figures and the board up, a few thousand entries at a time."""
        for table in ("figure_entry", "board_entry"):
            while self.books.ask(f"select 1 from {table} limit 1;"):
                time.sleep(0.2)

    def templates(self):
        """Four petitions, taken to where petitions usually stand."""
        steps = {
            1: [("accept", {})],
            2: [("accept", {}), ("assign", {"lead": "brigade"})],
            3: [("accept", {}), ("transfer", {"to": "eco-360482", "toRegion": "360482"}), ("take-over", {})],
        }
        for number in range(4):
            answer = self.staff.ask("POST", "/v1/petitions", {
                "source": "/hotline/template", "externalId": f"T-{number}", "channel": "HOTLINE_12369",
                "region": "360482", "category": "water", "content": "小区下水道堵塞，污水反流，气味刺鼻，已持续三天，请尽快处理。",
                "location": "庐山市某小区", "reporter": {"name": "王先生", "phone": "13800000000"}})
            for step, body in steps.get(number, []):
                self.staff.ask("POST", f"/v1/petitions/{answer['petitionId']}/{step}", body)

    def measure(self, size):
        results = {}
        said(f"at {size:,} petitions: intake")
        # The first ones touch most pages for the first time since the checkpoint, which are logged whole then.
        for name, series in zip(("intake after a checkpoint", "intake"), "xy" if size == SMALL else "zv"):
            took, used = self.intake(series, COMPLAINTS)
            results[f"{name}, µs each, end to end"] = took / COMPLAINTS * 1e6
            results[f"{name}, µs of processor each"] = used / COMPLAINTS * 1e6
        said(f"at {size:,} petitions: lists, searches, suggestions, figures, the public query")
        for name, request in self.requests().items():
            for share, value in zip(("p50", "p99"), percentiles(self.staff.times(**request))):
                results[f"{name}, {share} ms"] = value
        said(f"at {size:,} petitions: the clocks of a day")
        results |= self.sweep(size)
        return results

    def intake(self, series, count):
        """Seconds until everything published is taken in and told, and seconds of processor time for it."""
        began = time.monotonic()
        used = self.service.processor_seconds() + self.database_seconds()
        self.feeder.backlog(count, series)
        self.rest()
        return (time.monotonic() - began,
                self.service.processor_seconds() + self.database_seconds() - used)

    def requests(self):
        lists = {
            "list, newest": "", "list, a county": "region=360482", "list, a small county": "region=360425",
            "list, a unit": "unit=eco-360425", "list, assigned": "status=assigned", "list, supervised": "supervised=true",
            "list, overdue": "overdue=true", "list, what is due": "sort=due",
            "list, several filters": "status=assigned,transferred&category=water,air&channel=EMAIL",
            "list, none fits": "channel=VISIT",
        }
        found = {
            name: {"method": "GET", "path": f"/v1/petitions?{query}"} for name, query in lists.items()}
        year, figures = time.gmtime().tm_year, {
            "figures, a month": "period={0}-01", "figures, a year by county": "period={0}&by=region",
            "figures, two years by kind": "period={1}-01-01/{0}-12-31&by=kind",
            "figures, odd days of a county": "period={1}-03-05/{0}-02-23&region=360482&by=channel",
        }
        found |= {
            name: {"method": "GET", "path": "/v1/figures?" + query.format(year, year - 1)}
            for name, query in figures.items()}
        found["figures, channels"] = {"method": "GET", "path": f"/v1/figures/channels?period={year - 1}"}
        page = self.staff.ask("GET", "/v1/petitions?limit=200&status=received&sort=received")["petitions"]
        numbers = self.books.ask(
            "select number from petition where source = '/hotline/12369' order by entry desc limit 200;")
        found["one petition"] = {
            "method": "GET", "path": lambda number: f"/v1/petitions/{page[number % len(page)]['petitionId']}"}
        filled = self.books.ask(
            "select id from petition where source = '/hotline/filled' order by entry desc limit 200;")
        found["suggestions"] = {
            "method": "GET", "path": lambda number: f"/v1/petitions/{filled[number % len(filled)]}/suggestions"}
        found["search by telephone"] = {
            "method": "POST", "path": "/v1/petitions/search",
            "body": lambda number: {"phone": f"1390000{number:04d}", "reason": "bench"}}
        found["public query"] = {
            "method": "POST", "path": "/v1/public/petition-status", "wanted": (404,),
            "body": lambda number: {"number": numbers[number % len(numbers)], "code": f"AAAA{number:04d}"}}
        return found

    def sweep(self, size):
        """A day's dates: first all cases of a day are warned of, then the period of all cases of a day runs out."""
        results = {}
        for name, column in (("warned of", "attention_at"), ("overdue", "due_at")):
            now = self.operator.ask("GET", "/operator/clock")["now"]
            # What was filled in with instants that have passed is told of first: the timers for those have fired before.
            self.books.ask(
                "insert into timer (id, kind, subject, due_at, data) "
                f"values (gen_random_uuid(), 'petition.clocks', 'filled', '{now}', '');")
            self.rest()
            # Of those that staff have taken on: what was just received has no answer to be late with.
            [instant] = self.books.ask(
                f"select extract(epoch from {column}) from petition_clock where {column} > '{now}' and version > 1 "
                f"group by {column} having count(*) > {size // 240} order by {column} limit 1;")
            # What lies before that day is told as well, and not measured.
            self.move(float(instant) - 1)
            [count] = self.books.ask(
                f"select count(*) from petition_clock where attention_at <= to_timestamp({instant});")
            results[f"a day's cases, {name}"] = int(count)
            results[f"a day's cases, {name}, s"] = self.move(float(instant))
        return results

    def move(self, instant):
        """Moves the clock; seconds until all that was due by then is told."""
        self.rest()
        now = datetime.fromtimestamp(instant, timezone.utc).isoformat().replace("+00:00", "Z")
        began = time.monotonic()
        self.operator.ask("POST", "/operator/clock", {"now": now})
        # Looked at in the table: what the operator's page counts beside it would cost as much as what is measured.
        while self.books.ask("select 1 from timer where due_at <= (select now from business_clock) limit 1;"):
            time.sleep(0.01)
        return time.monotonic() - began

    def stop(self):
        super().stop()
        self.books.close()
