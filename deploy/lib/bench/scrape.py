"""What a service says of itself at /metrics: percentiles of its histograms, between two readings."""

import re
import urllib.request


def histogram(port, name):
    """Counts up to each bound, of all label sets together."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        text = answer.read().decode()
    found = {}
    for bound, count in re.findall(rf'^{name}_bucket{{(?:[^}}]*,)?le="([^"]+)"[^}}]*}} (\S+)', text, re.MULTILINE):
        found[float(bound)] = found.get(float(bound), 0) + float(count)
    return found


def percentile(before, after, part):
    """The value that this share does not exceed, from the bounds around it; none when nothing was counted meanwhile."""
    counts = sorted((bound, count - before.get(bound, 0)) for bound, count in after.items())
    wanted = part * counts[-1][1] if counts else 0
    if not wanted:
        return None
    low = below = 0
    for bound, count in counts:
        if count >= wanted:
            return low if bound == float("inf") else low + (bound - low) * (wanted - below) / (count - below)
        low, below = bound, count
    return low
