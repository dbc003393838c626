"""What an operator has at hand in a trial, and what causes trouble: settings, sessions, visitors, links."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections import Counter

from play.world import World

REGION = "321100"


class Desk:
    def __init__(self, rehearsal, prometheus):
        self.rehearsal, self.stack, self.prometheus = rehearsal, rehearsal.stack, prometheus
        self.database, self._number = rehearsal.stack.database, 0
        self.world = World({
            "KAFKA_BOOTSTRAP_SERVERS": self.stack.bootstrap_servers, "TOPIC_PREFIX": self.stack.prefix,
            "ECOREDRESS_STATE": str(self.stack.state),
            **{f"{service.upper()}_URL": f"http://127.0.0.1:{self.stack.of(service)[0].port}"
               for service in self.stack.services}})
        self._ends = []

    def say(self, text):
        self.rehearsal.step(f"    {text}")

    def person(self, role):
        return self.world.person(f"rehearsal-{role}", role, [role], [REGION])

    def readyz(self, service):
        """What a replica says of itself, in a line."""
        for replica in self.stack.of(service):
            answer = replica.asks("/readyz", limit=10)
            told = f"{answer[0]} {answer[1].decode()[:400]}" if answer else "no answer"
            self.say(f"/readyz of {replica.name}: {told}")

    def command(self, service, *words):
        for line in self.stack.command(service, *words).strip().splitlines()[:6]:
            self.say(f"{service} {' '.join(words)}: {line}")

    def lag(self, service):
        """How many messages wait to be taken in, as the replicas say."""
        texts = [replica.asks("/metrics", limit=10)[1].decode() for replica in self.stack.of(service)]
        return sum(float(line.split()[-1]) for text in texts for line in text.splitlines()
                   if line.startswith("ecoredress_consumer_lag{"))

    def log(self, service, words):
        """The newest line of a service's log that has these words."""
        lines = [line for replica in self.stack.of(service)
                 for line in replica.log.read_text(errors="replace").splitlines() if words in line]
        self.say(f"log of {service}: {lines[-1][:400] if lines else f'nothing of “{words}”'}")

    def settings(self, service, **values):
        """Changes settings of a service and starts its replicas anew; nothing takes a setting away."""
        path = self.stack.state / "services" / f"{service}.env"
        lines = [line for line in path.read_text().splitlines() if line.partition("=")[0] not in values]
        path.write_text("\n".join(lines + [f"{name}={value}" for name, value in values.items() if value is not None]) + "\n")
        self.restart(service)

    def restart(self, service):
        for replica in self.stack.of(service):
            replica.stop()
            replica.start()
        for replica in self.stack.of(service):
            replica.until_ready()

    def links(self, service, server):
        return [getattr(replica, server) for replica in self.stack.of(service)]

    def trouble(self, service, server, **what):
        """All replicas of a service have this trouble with a server."""
        for link in self.links(service, server):
            for name, value in what.items():
                setattr(link.trouble, name, value)
            if what.get("away"):
                link.cut()

    def calm(self, service, server):
        for link in self.links(service, server):
            link.calm()

    def holder(self, *statements):
        """A session of somebody else that stays open in a transaction."""
        session = self.database.session()
        session.stdin.write("set application_name = 'somebody'; begin; " + "; ".join(statements) + ";\n")
        session.stdin.flush()
        time.sleep(0.5)
        return session

    def end_blockers(self):
        """As the runbook has it: who holds what others wait for, and ends that session."""
        found = self.database.rows(
            "select distinct held.pid, held.application_name as name, held.state, left(held.query, 80) as query"
            " from pg_stat_activity waiting, unnest(pg_blocking_pids(waiting.pid)) as blocker(pid) join pg_stat_activity held using (pid)"
            " where held.application_name = 'somebody'")
        for row in found:
            self.say(f"pg_blocking_pids names {row['pid']} ({row['name']}, {row['state']}): {row['query']}")
            self.database.run(f"select pg_terminate_backend({row['pid']})")
        return found

    def complain(self, count=1, reporter=None):
        """Complaints over HTTP, as from a counter; their petitions."""
        made = []
        for _ in range(count):
            self._number += 1
            made.append(self.person("hotline").post("petitions", "/v1/petitions", {
                "externalId": f"R{time.time_ns()}", "channel": "HOTLINE_12345", "region": "321102", "category": "air",
                "content": f"第{self._number}号：厂区夜间排放。", "location": "某工业园",
                "occurredAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 86400)),
                "reporter": reporter or {"name": "测试", "phone": "13870209001"}})["petitionId"])
        return made

    def visitors(self, count, path="/v1/petitions", service="petitions"):
        """So many ask again and again until they leave; what they were answered."""
        visitors = Visitors([f"http://127.0.0.1:{replica.port}{path}" for replica in self.stack.of(service)], count,
                            self.person("leader").token)
        self.on_end(visitors.leave)
        return visitors

    def on_end(self, what):
        self._ends.append(what)

    def end(self):
        for what in self._ends:
            what()
        self.prometheus.end()


class Visitors:
    def __init__(self, urls, count, token):
        self.answers, self._stop = Counter(), threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(urls[number % len(urls)], token), daemon=True)
                         for number in range(count)]
        for thread in self._threads:
            thread.start()

    def leave(self):
        self._stop.set()
        for thread in self._threads:
            thread.join(20)

    def told(self):
        return json.dumps(dict(self.answers))

    def _ask(self, url, token):
        while not self._stop.is_set():
            request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
            try:
                with urllib.request.urlopen(request, timeout=15) as answer:
                    answer.read()
                    self.answers[str(answer.status)] += 1
            except urllib.error.HTTPError as error:
                self.answers[str(error.code)] += 1
            except OSError:
                self.answers["none"] += 1
            self._stop.wait(0.1)
