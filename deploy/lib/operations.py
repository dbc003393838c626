"""What alerts and dashboards say, held against the sources: expressions parse, metrics exist, the runbook has a section."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONITORING = ROOT / "deploy" / "monitoring"
RUNBOOK = ROOT / "deploy" / "docs" / "runbook.md"
# Not ours: Prometheus makes it for every target.
FOREIGN = {"up"}
SUFFIXES = ("_bucket", "_sum", "_count")
WORD = re.compile(r"(?<![0-9.a-zA-Z_:])[a-zA-Z_:][a-zA-Z0-9_:]*")
PROMQL = {
    "sum", "max", "min", "by", "on", "and", "or", "unless", "rate", "deriv", "histogram_quantile", "bool", "avg", "le",
}


def metrics():
    """The names of the metrics that the sources make, as Prometheus sees them."""
    names = set()
    for source in [*ROOT.glob("Shared/**/*.swift"), *ROOT.glob("Services/**/*.swift")]:
        for name in re.findall(r'"((?:ecoredress|http|process|component|metrics)_[a-z_]+)"', source.read_text("utf-8")):
            # Timers of the HTTP library count in seconds, counters in units.
            names |= {name, f"{name}_seconds", f"{name}_total"}
    return names


def expressions():
    """Where each expression of alerts and dashboards stands, and the expression."""
    text = (MONITORING / "alerts.yaml").read_text("utf-8")
    for number, found in enumerate(re.findall(r"expr: (\|\n(?: {10}.*\n)+|.*\n)", text)):
        yield f"alerts.yaml, rule {number + 1}", found.removeprefix("|\n").strip()
    for path in sorted((MONITORING / "dashboards").glob("*.json")):
        for panel in json.loads(path.read_text("utf-8"))["panels"]:
            for target in panel["targets"]:
                yield f"{path.name}, {panel['title']}", target["expr"].replace("$service", ".*")


def named(expression):
    """The metrics an expression names: every word that is no label, no function and no text."""
    bare = re.sub(r'"[^"]*"', "", expression)
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|(?:by|on) ?\([^)]*\)", "", bare)
    return {word for word in WORD.findall(bare) if word not in PROMQL}


def parses(all_expressions):
    """Whether promtool reads them all; it only reads rules, so each becomes one."""
    rules = [{"record": f"checked:{n}:x", "expr": text} for n, (_, text) in enumerate(all_expressions)]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        json.dump({"groups": [{"name": "checked", "rules": rules}]}, file)
        file.flush()
        done = subprocess.run(["promtool", "check", "rules", file.name], capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def faults(all_expressions, known, runbook):
    recorded = set(re.findall(r"record: (\S+)", (MONITORING / "alerts.yaml").read_text("utf-8")))
    for place, text in all_expressions:
        for name in named(text) - FOREIGN - recorded:
            base = next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)
            if name not in known and base not in known:
                yield f"{place}: no source makes the metric {name}"
    for anchor in set(re.findall(r"runbook\.md#(\w+)", (MONITORING / "alerts.yaml").read_text("utf-8"))):
        if not re.search(rf"^## {anchor}\b", runbook, re.MULTILINE | re.IGNORECASE):
            yield f"the runbook has no section {anchor}"


def main():
    found, known = list(expressions()), metrics()
    runbook = RUNBOOK.read_text("utf-8")
    planted = [("planted", "sum(rate(ecoredress_no_such_metric_total[5m]))")]
    if not list(faults(planted, known, runbook)) or parses([("planted", "sum(")])[0]:
        sys.exit("✗ the check does not see a planted mistake")
    fine, words = parses(found)
    wrong = list(faults(found, known, runbook)) + ([] if fine else [words])
    if wrong or len(found) < 20:
        sys.exit("\n".join(f"✗ {fault}" for fault in wrong) or "✗ no expressions were found")
    print(f"  ✓ {len(found)} expressions of alerts and dashboards parse and name metrics that exist")


main()
