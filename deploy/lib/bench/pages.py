"""How fast the pages are with full books: see ./deploy/bench --pages.

The books are filled as for --size, --cases and --ledger. What is asked are all pages that the services lead staff, an agency
and passers-by to (walk.py), each as a browser asks for it.
"""

import time
from math import ceil

from . import cases, ledger, size
from .messages import Messages
from .part import Part, said
from .walk import Browser, Walk

TIMES, WARM, MOST = 100, 3, 100.0
STAFF = ("clerk", "handler", "supervisor", "leader", "finance", "auditor", "operator")
# A case with a long history has each of its steps so many times.
STEPS = 60


class Run(Part):
    NAME = "pages"

    def __init__(self, options):
        super().__init__(options)
        self.filled = []

    def play(self):
        found = self.result(self.options.size)
        serving = [self.petitions(), self.compensation(), self.scoring(), self.notifications()]
        count, late, troubles = 0, 0, []
        for filled, typed, starts in serving:
            name = filled.service_name
            said(f"the pages of {name}")
            table, refused = self.measure(filled, typed, starts)
            troubles += [f"{name}: {path} is answered {status}" for path, status in refused.items()]
            show(name, table)
            for page, (half, most) in table.items():
                found.add(f"{name} {page}, p50", half, "ms")
                found.add(f"{name} {page}, p99", most, "ms")
            count += len(table)
            late += sum(1 for _, most in table.values() if most > MOST)
            # The table begins with the slowest.
            found.add(f"slowest page of {name}, p99", next(iter(table.values()))[1], "ms", most=MOST)
        found.add("pages, by kind", count)
        found.add(f"pages over {MOST:.0f} ms at p99", late, most=0)
        print(f"\n  {count} kinds of pages, {self.options.size:,} petitions")
        for trouble in troubles:
            print(f"  ✗ {trouble}")
        print(f"  {'✗' if late else '✓'} " + (
            f"{late} take more than {MOST:.0f} ms at p99" if late else f"all answer within {MOST:.0f} ms at p99"), flush=True)

    def measure(self, filled, typed, starts):
        """The pages by kind with what half and 99 of 100 visits took, in milliseconds, the slowest first; and who was
        refused."""
        port, table, refused = int(filled.environment["HTTP_PORT"]), {}, {}
        for person, token, begins in (
                ("", filled.token(*STAFF), starts), (" (agency)", filled.token("agency"), ("/pages",)),
                (" (anybody)", None, ("/pages", "/pages/sign-in"))):
            browser = Browser(port, token)
            walk = Walk(browser, typed, begins, narrows=not person, apart=filled.asked).run()
            refused |= {path + person: status for path, status in walk.refused.items()}
            for kind, paths in walk.kinds.items():
                browser.times(paths, WARM)
                times, statuses = browser.times(paths, TIMES)
                table[kind + person] = shares(times)
                refused |= {kind + person: status for status in statuses if status not in (200, 303)}
        for kind, (path, form, wanted) in filled.asked.items():
            times, statuses = Browser(port, None if form else filled.token(*STAFF)).times([path], TIMES, form)
            table[kind] = shares(times)
            refused |= {kind: status for status in statuses if status not in wanted}
        return dict(sorted(table.items(), key=lambda one: -one[1][1])), refused

    def petitions(self):
        run = self.part(size, "petitions")
        long = self.long_history(run.books)
        run.books.fill(self.options.size, f", {run.books.size}, {self.options.size}", run.fold)
        numbers = run.books.ask("select number from petition where source = '/hotline/filled' order by entry desc limit 200;")
        run.asked = {
            "/pages/petitions/…, a long history": (f"/pages/petitions/{long}", None, (200,)),
            # The seal of a copy is that of its template, and opens for nothing else.
            "/pages/petitions/…/attachments": (f"/pages/petitions/{long}/attachments", None, (200,)),
            "/pages/status, a wrong code": ("/pages/status", lambda number: {
                "number": numbers[number % len(numbers)], "code": f"AAAA{number:04d}"}, (404,))}
        year = time.gmtime().tm_year
        typed = {"region": "360482", "unit": "eco-360425", "number": numbers[0], "subject": "site:360482:庐山市某小区",
                 "period": str(year - 1), "day": time.strftime("%Y-%m-%d")}
        return run, typed, (
            "/pages", "/pages/board?region=360425", "/pages/map?region=360400", f"/pages/figures?period={year - 1}")

    @staticmethod
    def long_history(books):
        """A case whose steps were taken over and over."""
        books.ask(
            "insert into petition_step (entry, at, actor, step, detail) select entry, at, actor, step, detail "
            f"from petition_step join petition p using (entry), generate_series(1, {STEPS}) where p.external_id = 'T-3' "
            "and p.source = '/hotline/template';")
        return books.ask("select id from petition where external_id = 'T-3' and source = '/hotline/template';")[0]

    def compensation(self):
        run = self.part(cases, "compensation")
        run.books.fill(max(1000, self.options.size // 10), settle=run.fold)
        year = str(run.now.year - 1)
        typed = {"region": "321181", "year": year, "period": year, "department": "WATER", "subject": "site:321100:f6",
                 "number": "C600", "penaltyNumber": "R600", "caseId": cases.case_id(604), "holder": "site:321100:f4",
                 "day": run.now.strftime("%Y-%m-%d")}
        return run, typed, ("/pages", "/pages?region=321181", "/pages?region=321112")

    def scoring(self):
        run = self.part(ledger, "scoring")
        run.books.fill(max(500, self.options.size // 100))
        typed = {"region": "610115", "subject": ledger.subject(77), "name": "填充77号", "code": "records-incomplete",
                 "penaltyNumber": "罚1 77", "scoreFrom": "60", "scoreThrough": "80", "quarter": f"{run.now.year}-Q1"}
        return run, typed, ("/pages",)

    def notifications(self):
        run = self.keep(Messages(self.options), "notifications")
        run.fill(self.options.size)
        typed = {"region": "360482", "type": "ecoredress.petition.verified.v1", "subject": run.subject(77),
                 "petitionId": run.subject(77), "addressee": "unit:360482", "template": "petition-received",
                 "documentNumber": "赣环〔2026〕7700号", "from": run.now.strftime("%Y-%m-%dT00:00:00Z"),
                 "before": run.now.strftime("%Y-%m-%dT23:00:00Z"), "role": "leader"}
        return run, typed, ("/pages",)

    def part(self, module, name):
        """The part that measures this service alone, with its templates."""
        run = self.keep(module.Run(self.options), name)
        run.begin()
        run.templates()
        run.books.prepare()
        return run

    def keep(self, run, name):
        run.service_name, run.asked = name, {}
        self.filled.append(run)
        return run

    def stop(self):
        for run in self.filled:
            run.stop()
        super().stop()


def shares(times):
    """Half of them, and 99 of 100."""
    return times[len(times) // 2], times[ceil(0.99 * len(times)) - 1]


def show(name, table):
    width = min(100, max(len(page) for page in table))
    print(f"\n  {name:<{width}}     p50      p99 ms")
    for page, (half, most) in table.items():
        print(f"  {page[:width]:<{width}}  {half:6.1f}   {most:6.1f}{'' if most <= MOST else '  over 100'}", flush=True)
