"""A page as somebody follows it: the commands of its blocks, and the answers it shows for them.

What a page promises in a plain form, which a reader is not disturbed by:

    ```sh             commands to run, one after the other, in one shell
    ```sh elsewhere   commands for another machine (containers, a cluster, an Apache Kafka): read, and not followed
    ```json answer    what the command before it prints
    # → ok            the same in a line of its own under a command, or behind it; an ellipsis stands for anything
    # … exit code 2   how the command ends; 0 where nothing is said
    # … Ctrl-C        goes on until it is interrupted
"""

import re
import subprocess
from dataclasses import dataclass, field

BLOCK = re.compile(r"^```([a-z]+)((?: [a-z]+)*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWER = re.compile(r"(?:^|\s)# → (.*)$")
ENDS = re.compile(r"#.*exit code (\d+)")


@dataclass
class Command:
    line: int
    text: str
    code: int = 0
    endless: bool = False
    answers: list = field(default_factory=list)  # (line, text) of what is shown for it


@dataclass
class Page:
    name: str
    commands: list
    elsewhere: list  # (line, first command) of the blocks for another machine


def read(name, text):
    page = Page(name, [], [])
    for found in BLOCK.finditer(text):
        kind, remark, body = found[1], found[2].strip(), found[3]
        first = text.count("\n", 0, found.start(3)) + 1
        if (kind, remark) == ("sh", "elsewhere"):
            page.elsewhere.append((first, body.splitlines()[0]))
        elif (kind, remark) == ("sh", ""):
            page.commands += commands(first, body)
        elif (kind, remark) == ("json", "answer"):
            if not page.commands:
                raise ValueError(f"{name}:{first}: an answer without a command before it")
            page.commands[-1].answers.append((first, body))
        elif (kind, remark) not in (("json", ""), ("mermaid", "")):
            raise ValueError(f"{name}:{first}: a block of {kind} {remark}, of which no rule says how it is followed")
    return page


def same(page, other):
    """Whether two pages tell their readers the same to do and show the same for it, remarks aside."""
    def bare(command):
        shown = [" ".join(text.split()) for _, text in command.answers]
        return re.sub(r"\s+# .*", "", command.text), command.code, command.endless, shown
    return list(map(bare, page.commands)) == list(map(bare, other.commands))


def commands(first, body):
    """The commands of a block; one goes on while bash would ask for more."""
    found, begun = [], []
    for line, text in enumerate(body.splitlines(), first):
        shown = ANSWER.search(text)
        if not begun and text.startswith("#"):
            if shown and found:
                found[-1].answers.append((line, shown[1]))
            continue
        if not begun and not text.strip():
            continue
        begun.append((line, text))
        whole = "\n".join(text for _, text in begun)
        if is_whole(whole):
            ends, last = ENDS.search(text), begun[0][0]
            found.append(Command(last, whole, int(ends[1]) if ends else 0, "Ctrl-C" in text.partition("#")[2],
                                 [(line, shown[1])] if shown else []))
            begun = []
    if begun:
        raise ValueError(f"line {begun[0][0]}: a command that does not end in its block")
    return found


def is_whole(text):
    if text.endswith("\\"):
        return False
    parsed = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True)
    return parsed.returncode == 0 and not parsed.stderr
