"""Whether a command printed what its page shows: the same shape, with ids, instants and hashes of its own.

JSON is compared by its names and values; text by its words. An ellipsis in what is shown stands for anything: in a text, as a
value, as a last item, and as a name for further ones. Numbers may differ, since they count what was done before.
"""

import json
import re

OWN = [re.compile(form) for form in (
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", r"[0-9a-f]{16,}",
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", r"\d{4}-\d{6}(-[0-9A-Z]{4}){3}")]


def objection(shown, printed):
    """What is shown and was not printed; nothing when both say the same."""
    wanted, got = parsed(shown), parsed(printed)
    if wanted is not None and got is not None:
        return of_json(wanted, got, "")
    if of_text(" ".join(shown.split()), " ".join(printed.split())):
        return None
    return f"it printed {short(printed)}"


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def of_text(shown, printed):
    return re.fullmatch(".*?".join(map(re.escape, shown.split("…"))), printed, re.DOTALL) is not None


def of_json(shown, printed, place):
    if shown == "…":
        return None
    at = place or "the answer"
    if isinstance(shown, bool) or isinstance(printed, bool) or shown is None or printed is None:
        return None if shown is printed else f"{at} is {json.dumps(printed)}, not {json.dumps(shown)}"
    if isinstance(shown, (int, float)) and isinstance(printed, (int, float)):
        return None
    if type(shown) is not type(printed):
        return f"{at} is {short(json.dumps(printed, ensure_ascii=False))}"
    if isinstance(shown, str):
        own = any(form.fullmatch(shown) and form.fullmatch(printed) for form in OWN)
        return None if own or of_text(shown, printed) else f"{at} is {short(printed)}, not {short(shown)}"
    return of_list(shown, printed, at) if isinstance(shown, list) else of_object(shown, printed, place)


def of_list(shown, printed, place):
    further = shown[-1:] == ["…"]
    shown = shown[:-1] if further else shown
    if len(printed) < len(shown) or len(printed) > len(shown) and not further:
        return f"{place} has {len(printed)} items, not {len(shown)}"
    return next((found for number, (one, other) in enumerate(zip(shown, printed))
                 if (found := of_json(one, other, f"{place}[{number}]"))), None)


def of_object(shown, printed, place):
    missing = [name for name in shown if name not in printed and name != "…"]
    unsaid = [name for name in printed if name not in shown and "…" not in shown]
    if missing or unsaid:
        return f"{place or 'the answer'} has " + "; ".join(
            [f"no {name}" for name in missing] + [f"{name}, which is not shown" for name in unsaid])
    return next((found for name in shown if name != "…"
                 and (found := of_json(shown[name], printed[name], f"{place}.{name}".lstrip(".")))), None)


def short(text):
    text = " ".join(text.split())
    return repr(text if len(text) <= 200 else f"{text[:200]}…")
