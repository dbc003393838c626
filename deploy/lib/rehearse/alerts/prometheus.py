"""A Prometheus of the rehearsal's own, with the alerts of this checkout in a hurry."""

import json
import re
import signal
import subprocess
import urllib.request

from play.world import ROOT

ALERTS = ROOT / "deploy/monitoring/alerts.yaml"
SECONDS = {"s": 1, "m": 60, "h": 3600}
# How long something must last, over what it is counted, and ages in seconds; how slow something is stays as it is.
TIMES = re.compile(r"(?<=for: )(\d+)([smh])\b|(?<=\[)(\d+)([smh])|(?<=\d[smh]:)(\d+)([smh])|(?<=offset )(\d+)([smh])\b")
AGES = re.compile(r"(?<=_seconds\) > )((?:bool )?)(\d+)")


def hurried(rules, hurry):
    """The rules with every time divided by a number."""
    def shorter(found):
        number, unit = [part for part in found.groups() if part]
        return f"{max(1, int(number) * SECONDS[unit] // hurry)}s"
    return AGES.sub(lambda found: f"{found[1]}{int(found[2]) / hurry:g}", TIMES.sub(shorter, rules))


class Prometheus:
    def __init__(self, stack, hurry):
        folder = stack.state / "prometheus"
        folder.mkdir(exist_ok=True)
        (folder / "alerts.yaml").write_text(hurried(ALERTS.read_text(), hurry))
        (folder / "prometheus.yaml").write_text(json.dumps({
            "global": {"scrape_interval": "1s", "evaluation_interval": "1s", "scrape_timeout": "1s"},
            "rule_files": ["alerts.yaml"],
            "scrape_configs": [{"job_name": "ecoredress", "static_configs": [
                {"targets": [f"127.0.0.1:{replica.port}"], "labels": {"service": replica.service, "instance": replica.name}}
                for replica in stack.replicas]}]}))
        self.port = stack.free_port()
        with open(stack.state / "log/prometheus.log", "wb") as log:
            self._process = subprocess.Popen(
                ["prometheus", f"--config.file={folder}/prometheus.yaml", f"--storage.tsdb.path={folder}/data",
                 f"--web.listen-address=127.0.0.1:{self.port}", "--log.level=warn"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        stack.until("Prometheus answers", self._answers, 60)

    def firing(self, alert):
        """The summaries of what fires under this name, or under its two names where an objective has a fast one and a slow
        one."""
        return [found["annotations"]["summary"] for found in self._ask("alerts")["alerts"]
                if found["state"] == "firing" and found["labels"]["alertname"] in (alert, f"{alert}Fast", f"{alert}Slowly")]

    def all_firing(self):
        return sorted({found["labels"]["alertname"] for found in self._ask("alerts")["alerts"] if found["state"] == "firing"})

    def end(self):
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _answers(self):
        try:
            return bool(self._ask("alerts"))
        except OSError:
            return False

    def _ask(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/{path}", timeout=10) as answer:
            return json.loads(answer.read())["data"]
