"""Checks that the rules which no program reads are those that deploy/rules/README.md names: whoever changes one of the others may
rely on it that something changes. First the check is tried on planted mistakes, and each must be seen."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Keys that the code puts together, and where.
MADE = {
    r"credit\.(objection|repair|review|litigation)\.(acceptance|answer|decision)": "Services/Scoring/Domain/Repair/CreditRules.swift",
    r"petition\.supervision\.(ordinary|listed)": "Services/Petitions/Domain/PetitionRules+Deadlines.swift",
    r"scoring\.(deductions|bonuses)": "Services/Scoring/Domain/FactWeight.swift",
    r"notification\.(notice|template|document)\..*": "Services/Notifications/Domain/Notices/NoticeBookReader.swift",
}


def unread(keys, sources):
    literals = {word for text in sources for word in re.findall(r'"([a-z][a-z0-9.-]+)"', text)}
    return {key for key in keys if key not in literals and not any(re.fullmatch(form, key) for form in MADE)}


def faults(found, page):
    section = page.partition("## Rules that are only recorded\n")[2].partition("\n## ")[0]
    listed = set(re.findall(r"`([a-z0-9-]+(?:\.[a-z0-9-]+)+)`", section))
    for key in sorted(found ^ listed):
        yield f"{key} is {'read by no program and not listed' if key in found else 'listed, and is read or is no rule'}"


def main():
    packs = [path.read_text("utf-8") for path in sorted(ROOT.glob("deploy/rules/*.yaml"))]
    keys = {key for pack in packs for key in re.findall(r"^  ([a-z][a-z0-9.-]+):$", pack, re.MULTILINE)}
    sources = [path.read_text("utf-8") for folder in ("Services", "Shared") for path in (ROOT / folder).rglob("*.swift")]
    page = (ROOT / "deploy/rules/README.md").read_text("utf-8")
    gone = [path for path in MADE.values() if not (ROOT / path).exists()]
    read = next(key for key in sorted(keys) if key not in unread(keys, sources))
    planted = [
        list(faults(unread(keys | {"petition.no-such-rule"}, sources), page)),
        list(faults(unread(keys, sources) | {read}, page)),
        list(faults(unread(keys, sources), page.replace("`penalty.service`", "", 1))),
    ]
    if not all(planted):
        sys.exit(f"✗ the check does not see a planted mistake: {[bool(seen) for seen in planted]}")
    found = [*faults(unread(keys, sources), page), *(f"{path} is not there" for path in gone)]
    if found:
        sys.exit("\n".join(f"  ✗ {fault}" for fault in found))
    print(f"  ✓ of {len(keys)} rules all are read but the {len(unread(keys, sources))} that are named as recorded only")


main()
