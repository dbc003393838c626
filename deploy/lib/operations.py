"""What alerts, dashboards and the runbook say, held against one another and against the sources.

Every expression parses and names metrics and labels that the sources make; every metric the sources make is watched by some
alert or dashboard; every setting is documented; every alert has a section in the runbook with its meaning, the check and the remedy; and a rule that never
fires is seen by the tests. Each of these is tried on a planted mistake first.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
MONITORING = ROOT / "deploy" / "monitoring"
RUNBOOK = ROOT / "deploy" / "docs" / "runbook.md"
CONFIGURATION = ROOT / "deploy" / "docs" / "configuration.md"
# Not ours: Prometheus makes it for every target.
FOREIGN = {"up"}
# Put on by Prometheus, by the histograms and by the HTTP server's instrumentation.
LABELS = {"job", "service", "instance", "le", "component", "method", "route", "status"}
SUFFIXES = ("_bucket", "_sum", "_count")
WORD = re.compile(r"(?<![0-9.a-zA-Z_:])[a-zA-Z_:][a-zA-Z0-9_:]*")
PROMQL = {
    "sum", "max", "min", "by", "on", "and", "or", "unless", "rate", "deriv", "histogram_quantile", "bool", "avg", "le",
    "changes", "increase", "avg_over_time", "offset",
}
# Each section of the runbook has these, in this order; what was tried says so by itself.
PARTS = ("**Meaning.**", "**Check.**", "**Remedy.**")


class Sources:
    """The metrics that the sources make, as Prometheus sees them, and the names of their labels."""

    def __init__(self):
        self.made, self.labels = set(), set(LABELS)
        for source in [*ROOT.glob("Shared/**/*.swift"), *ROOT.glob("Services/**/*.swift")]:
            text = source.read_text("utf-8")
            self.made |= set(re.findall(r'"((?:ecoredress|http|process|component|metrics)_[a-z_]+)"', text))
            for dimensions in re.findall(r"dimensions: \[(.*?)\]", text, re.DOTALL):
                self.labels |= set(re.findall(r'\("(\w+)",', dimensions))

    @staticmethod
    def shapes(name):
        """Timers of the HTTP library count in seconds, counters in units."""
        return {name, f"{name}_seconds", f"{name}_total"}

    @property
    def known(self):
        return set().union(*(self.shapes(name) for name in self.made))


def rules():
    groups = yaml.safe_load((MONITORING / "alerts.yaml").read_text("utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def expressions():
    """Where each expression of alerts and dashboards stands, and the expression."""
    for rule in rules():
        yield f"alerts.yaml, {rule.get('alert') or rule['record']}", rule["expr"].strip()
    for path in sorted((MONITORING / "dashboards").glob("*.json")):
        for panel in json.loads(path.read_text("utf-8"))["panels"]:
            for target in panel["targets"]:
                yield f"{path.name}, {panel['title']}", target["expr"].replace("$service", ".*")


def base(name):
    return next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)


def named(expression):
    """The metrics an expression names: every word that is no label, no function and no text."""
    bare = re.sub(r'"[^"]*"', "", expression)
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|(?:by|on) ?\([^)]*\)", "", bare)
    return {word for word in WORD.findall(bare) if word not in PROMQL}


def labelled(expression):
    """The labels an expression selects or groups by."""
    bare = re.sub(r'"[^"]*"', "", expression)
    found = re.findall(r"\{([^}]*)\}|(?:by|on) ?\(([^)]*)\)", bare)
    return {word for pair in found for word in WORD.findall(" ".join(pair))}


def unknown(all_expressions, sources, recorded):
    known = sources.known
    for place, text in all_expressions:
        for name in sorted(named(text) - FOREIGN - recorded):
            if name not in known and base(name) not in known:
                yield f"{place}: no source makes the metric {name}"
        for label in sorted(labelled(text) - sources.labels):
            yield f"{place}: no source makes the label {label}"


def unwatched(all_expressions, sources):
    """Metrics that nobody would ever see."""
    seen = {form for _, text in all_expressions for name in named(text) for form in (name, base(name))}
    for name in sorted(sources.made):
        if not sources.shapes(name) & seen:
            yield f"no alert and no dashboard shows {name}"


def unexplained(alerts, runbook):
    """Alerts without a section that says what they mean, how to check and what to do; and sections without an alert."""
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", runbook, re.MULTILINE | re.DOTALL))
    wanted = set()
    for alert in alerts:
        name = re.sub(r"(Fast|Slowly)$", "", alert["alert"])
        wanted.add(name)
        if alert["annotations"].get("runbook") != f"deploy/docs/runbook.md#{name.lower()}":
            yield f"{alert['alert']} does not name its section of the runbook"
        places = [sections.get(name, "").find(part) for part in PARTS]
        if -1 in places or places != sorted(places):
            yield f"the runbook's section {name} lacks one of {', '.join(PARTS)}"
    for name in sorted(sections.keys() - wanted):
        yield f"the runbook's section {name} belongs to no alert"


def settings():
    """The names of the settings that the sources read."""
    keys = r"ConfigurationKey(?:<\w+>)?\(\s*\"([A-Z][A-Z0-9_]+)\""
    sources = [*ROOT.glob("Shared/**/*.swift"), *ROOT.glob("Services/**/*.swift")]
    return {name for source in sources for name in re.findall(keys, source.read_text("utf-8"))}


def undocumented(names, page):
    for name in sorted(names):
        if f"| `{name}` |" not in page:
            yield f"configuration.md lacks the setting {name}"


def parses(all_expressions):
    """Whether promtool reads them all; it only reads rules, so each becomes one."""
    made = [{"record": f"checked:{n}:x", "expr": text} for n, (_, text) in enumerate(all_expressions)]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        json.dump({"groups": [{"name": "checked", "rules": made}]}, file)
        file.flush()
        done = subprocess.run(["promtool", "check", "rules", file.name], capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def untested(alerts):
    """Alerts whose tests would not notice that they never fire: all are silenced, and each must be missed."""
    silent = yaml.safe_load((MONITORING / "alerts.yaml").read_text("utf-8"))
    for rule in (rule for group in silent["groups"] for rule in group["rules"] if "alert" in rule):
        rule["expr"] = "vector(0) > 1"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "alerts.yaml").write_text(json.dumps(silent), "utf-8")
        tests = Path(folder) / "alerts.test.yaml"
        tests.write_text((MONITORING / "alerts.test.yaml").read_text("utf-8"), "utf-8")
        done = subprocess.run(["promtool", "test", "rules", str(tests)], capture_output=True, text=True, check=False)
    missed = set(re.findall(r"alertname: (\w+),", done.stdout + done.stderr))
    for alert in alerts:
        if alert["alert"] not in missed:
            yield f"no test sees that {alert['alert']} fires"


def blind(found, sources, recorded, alerts, runbook):
    """Which of the checks do not see a planted mistake."""
    planted = {
        "metrics": unknown([("planted", "sum(rate(ecoredress_no_such_metric_total[5m]))")], sources, recorded),
        "labels": unknown([("planted", 'up{no_such_label="x"}')], sources, recorded),
        "grouping": unknown([("planted", "sum by (service, no_such_label) (up)")], sources, recorded),
        "watching": unwatched([pair for pair in found if "ecoredress_outbox_age" not in pair[1]], sources),
        "sections": unexplained(alerts, runbook.replace("## OutboxOld\n", "## OutboxNew\n")),
        "remedies": unexplained(alerts, runbook.replace(PARTS[2], "**Remedies.**", 1)),
        "settings": undocumented({"NO_SUCH_SETTING"}, CONFIGURATION.read_text("utf-8")),
        "addresses": unexplained([{"alert": "OutboxOld", "annotations": {}}], runbook),
    }
    missed = [name for name, faults in planted.items() if not list(faults)]
    return missed + (["expressions"] if parses([("planted", "sum(")])[0] else [])


def main():
    found, sources = list(expressions()), Sources()
    recorded = {rule["record"] for rule in rules() if "record" in rule}
    alerts = [rule for rule in rules() if "alert" in rule]
    runbook = RUNBOOK.read_text("utf-8")
    if missed := blind(found, sources, recorded, alerts, runbook):
        sys.exit(f"✗ the check does not see a planted mistake: {', '.join(missed)}")
    fine, words = parses(found)
    wrong = [*unknown(found, sources, recorded), *unwatched(found, sources), *unexplained(alerts, runbook), *untested(alerts)]
    wrong += undocumented(settings(), CONFIGURATION.read_text("utf-8"))
    wrong += [] if fine else [words]
    if wrong or len(found) < 20:
        sys.exit("\n".join(f"✗ {fault}" for fault in wrong) or "✗ no expressions were found")
    print(f"  ✓ {len(found)} expressions of alerts and dashboards parse and name metrics and labels that exist")
    print(f"  ✓ {len(sources.made)} metrics of the sources are each watched; {len(alerts)} alerts have tests and a section")
    print(f"  ✓ {len(settings())} settings are in configuration.md")


main()
