"""Checks the pages: a Chinese page says what its English one says, links lead somewhere, and words of failures are listed.

What can be told without reading Chinese: the headings by their levels, the code blocks without their remarks, and what each row
of a table begins with when that is a word of ours. First the checker is tried on planted mistakes, and each must be seen.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```[a-z ]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The top page is told shorter in Chinese: what it says must stand in the English one, and not the other way round.
SHORTER = {"README.md"}


def blocks(text):
    """The code of a page without remarks and spaces, which are of a language."""
    def bare(line):
        return " ".join(re.sub(r"(^|\s)#.*", "", line).split())
    return [[line for line in map(bare, found.splitlines()) if line] for found in BLOCK.findall(text)]


def headings(text):
    return [len(marks) for marks in re.findall(r"^(#+) ", BLOCK.sub("", text), re.MULTILINE)]


def words(text):
    """The codes that rows of tables have in their first two cells, in the order of the rows."""
    rows = re.findall(r"^\| (.*?) \| (.*?) \|", BLOCK.sub("", text), re.MULTILINE)
    return [re.findall(r"`([^`]+)`", first) or re.findall(r"`([^`]+)`", second) if re.fullmatch(r"\d+|`.*", first) else []
            for first, second in rows]


def differences(english, chinese):
    for what, of in (("headings", headings), ("code blocks", blocks), ("codes in tables", words)):
        left, right = of(english), of(chinese)
        if left != right:
            odd = next((pair for pair in zip(left, right) if pair[0] != pair[1]), (len(left), len(right)))
            yield f"{what} are not those of the English page: {odd[0]} there, {odd[1]} here"


def unfounded(english, chinese):
    """The commands, and the words of the glossary, that a shorter page has alone."""
    for command in re.findall(r"`((?:\./deploy/|--)[^`]*)`", chinese):
        if command not in english:
            yield f"the English page does not have the command {command}"
    for word, code in re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", chinese.partition("| 中文 |")[2], re.MULTILINE):
        if f"\n| {word} | {code} |" not in english and not word.startswith("-"):
            yield f"the English page has no word {word} with {code}"


def dead_links(path, text):
    for target in re.findall(r"\]\(([^)#\s]+)", BLOCK.sub("", text)):
        if "://" not in target and not (path.parent / target).exists():
            yield f"links to {target}, which is not there"


def failure_words(root):
    """The words that notifications has for a delivery that failed."""
    files = [*root.glob("Services/Notifications/Webhooks/WebhookVisit*.swift"),
             root / "Services/Notifications/Domain/WebhookVerdict.swift",
             root / "Services/Notifications/Workers/VisitRound.swift"]
    lines = "\n".join(path.read_text("utf-8") for path in files).splitlines()
    saying = [line for line in lines if re.search(r"failure: |word: |\breturn |case \.gone: ", line)]
    return {word for line in saying for word in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', line)}


def unlisted(found, page):
    section = page.partition("## When a delivery fails\n")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))
    for word in sorted(found ^ listed):
        yield f"the word {word} is {'not listed' if word in found else 'listed and nowhere in the code'}"


def main():
    pages = {path: path.read_text("utf-8") for path in [*ROOT.glob("*.md"), *ROOT.glob("deploy/**/*.md")]}
    hotlines = ROOT / "deploy/docs/hotlines.md"
    english, found = pages[hotlines], failure_words(ROOT)
    top, top_chinese = pages[ROOT / "README.md"], pages[ROOT / "README.zh-CN.md"]
    planted = [
        list(differences(english, english.replace("\n## Receipts\n", "\n"))),
        list(differences(english, english.replace("--phone 13800000000", "--phone 13900000000"))),
        list(differences(english, english.replace("| `json-invalid` |", "| `json-wrong` |", 1))),
        list(unfounded(top, top_chinese.replace("| petition |", "| complaint letter |", 1))),
        list(unfounded(top, top_chinese.replace("KillTests`", "NoTests`", 1))),
        list(dead_links(hotlines, english.replace("(../samples/hotline.py)", "(../samples/no-such.py)"))),
        list(unlisted(found | {"no-such-word"}, pages[ROOT / "deploy/docs/agencies.md"])),
    ]
    if not all(planted):
        sys.exit(f"✗ the check does not see a planted mistake: {[bool(seen) for seen in planted]}")

    faults, twins = [], 0
    for path, text in sorted(pages.items()):
        name = path.relative_to(ROOT).as_posix()
        faults += [f"{name}: {fault}" for fault in dead_links(path, text)]
        twin = path.with_name(path.name.replace(".md", ".zh-CN.md"))
        if twin in pages:
            twins += 1
            for one, other in ((text, twin.name), (pages[twin], path.name)):
                if f"]({other})" not in one:
                    faults.append(f"{name}: the two languages do not link to each other")
            compared = unfounded if name in SHORTER else differences
            faults += [f"{twin.relative_to(ROOT)}: {fault}" for fault in compared(text, pages[twin])]
    faults += [f"deploy/docs/agencies.md: {fault}" for fault in unlisted(found, pages[ROOT / "deploy/docs/agencies.md"])]
    if faults or not twins:
        sys.exit("\n".join(f"  ✗ {fault}" for fault in faults) or "✗ no page has a Chinese one")
    print(f"  ✓ links of {len(pages)} pages lead somewhere; {twins} Chinese pages say what the English ones say")


main()
