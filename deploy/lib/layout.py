"""Checks the borders that the compiler does not: who may import what, how long a file may be, what may not be named.

usage: layout.py [FOLDER]     the checkout by default

First the checker checks itself: in a copy of the checkout, one violation of each rule is planted, and each must be
reported. A rule that no longer sees its violation fails the run, however clean the project is.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterator, NamedTuple
from urllib.parse import urlsplit

LONGEST = 400
SERVICES = {"Petitions", "Scoring", "Compensation", "Notifications"}
# The C libraries, each with the one module that may import it.
C_LIBRARIES = {"CLibrdkafka": "Shared/Kafka/", "CLibpq": "Shared/Postgres/"}
# What the pure part of a service may see: the field's values and the public events. All else does I/O, or could.
DOMAIN_MAY_IMPORT = {"Civics", "Contracts", "FoundationEssentials"}
# Written by hand, so that they must stay short enough to read.
HAND_WRITTEN = {".swift", ".py", ".sh", ".sql"}

IMPORT = re.compile(
    r"(?:^|;)[ \t]*(?:@\w+(?:\([^)\n]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?"
    r"import[ \t]+(?:(?:typealias|struct|class|enum|protocol|let|var|func)[ \t]+)?(\w+)", re.MULTILINE)


class File(NamedTuple):
    path: str  # from the checkout's root, with forward slashes
    text: str

    @property
    def imports(self) -> list[tuple[int, str]]:
        """The modules a Swift file imports, each with its line number."""
        if not self.path.endswith(".swift"):
            return []
        return [(self.text.count("\n", 0, m.start(1)) + 1, m[1]) for m in IMPORT.finditer(self.text)]


class Violation(NamedTuple):
    rule: str
    place: str
    message: str


def c_libraries_stay_behind_their_wrapper(file: File) -> Iterator[tuple[int, str]]:
    for line, module in file.imports:
        home = C_LIBRARIES.get(module)
        if home and not file.path.startswith(home):
            yield line, f"imports {module}; only {home} may"


def services_know_each_other_by_events_only(file: File) -> Iterator[tuple[int, str]]:
    parts = file.path.split("/")
    if parts[0] not in ("Services", "Shared"):
        return
    own = parts[1] if parts[0] == "Services" else None
    for line, module in file.imports:
        if module in SERVICES - {own}:
            yield line, f"imports the service {module}; what is shared belongs in Shared/"


def the_domain_does_no_io(file: File) -> Iterator[tuple[int, str]]:
    if file.path.startswith("Services/") and "/Domain/" in file.path:
        for line, module in file.imports:
            if module not in DOMAIN_MAY_IMPORT:
                yield line, f"imports {module}; Domain/ may import {', '.join(sorted(DOMAIN_MAY_IMPORT))} only"


def files_stay_short(file: File) -> Iterator[tuple[int, str]]:
    length = file.text.count("\n")
    written = Path(file.path).suffix in HAND_WRITTEN or file.text.startswith("#!")
    if written and length > LONGEST:
        yield length, f"has {length} lines; {LONGEST} is the most"


def no_machine_is_named(file: File) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.text.splitlines(), 1):
        for pattern in MACHINES:
            if found := pattern.search(line):
                yield number, f"names a machine's path or host: {found[0]}"


def machine_patterns() -> list[re.Pattern[str]]:
    """People's home folders anywhere, and whatever names the machine this runs on."""
    names = [str(Path(__file__).resolve().parents[2])]
    if re.search(r"[\d.-]", socket.gethostname()):  # else it may be a common word
        names.append(socket.gethostname())
    for variable in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        if host := urlsplit(os.environ.get(variable, "")).hostname:
            names.append(host)
    homes = re.compile(r"(?<![\w.])/(?:root|home/[a-z]\w*|Users/\w+)/")
    return [homes] + [re.compile(r"(?<![\w-])" + re.escape(name) + r"(?![\w-])") for name in names]


MACHINES = machine_patterns()
RULES: list[Callable[[File], Iterator[tuple[int, str]]]] = [
    c_libraries_stay_behind_their_wrapper, services_know_each_other_by_events_only, the_domain_does_no_io,
    files_stay_short, no_machine_is_named,
]

# For the negative control: each file breaks exactly the rule beside it, in a spelling that hides it a little.
PLANTED = [
    ("Shared/Messaging/Planted1.swift", "@preconcurrency internal import CLibrdkafka\n", RULES[0]),
    ("Shared/Kafka/Planted2.swift", "import struct CLibpq.PGresult // a result\n", RULES[0]),
    ("Services/Scoring/Planted3.swift", "public  import Petitions\n", RULES[1]),
    ("Shared/ServiceKit/Planted4.swift", "@testable import Notifications\n", RULES[1]),
    ("Services/Petitions/Domain/Cases/Planted5.swift", "import Civics; import Postgres\n", RULES[2]),
    ("Services/Compensation/Domain/Planted6.swift", "#if os(Linux)\n  import Dispatch\n#endif\n", RULES[2]),
    ("Services/Scoring/UseCases/Planted7.swift", "// a line\n" * (LONGEST + 1), RULES[3]),
    ("deploy/planted8", "#!/bin/sh\n" + "true\n" * LONGEST, RULES[3]),
    ("deploy/planted9.yaml", f"path: {Path(__file__).resolve().parents[2]}/deploy\n", RULES[4]),
    ("README-planted10.md", "See /home" + "/somebody/notes.\n", RULES[4]),
]


def listed(root: Path) -> list[str]:
    """What git tracks, or would if it were added; all files where there is no git."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return sorted({name for name in done.stdout.split("\0") if name and (root / name).is_file()})
    skipped = {".build", ".local", ".git"}
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*")
                  if p.is_file() and not skipped & set(p.relative_to(root).parts))


def check(root: Path, names: list[str]) -> list[Violation]:
    violations = []
    for name in names:
        try:
            file = File(name, (root / name).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue  # a picture or the like
        for rule in RULES:
            violations += [Violation(rule.__name__, f"{name}:{line}", text) for line, text in rule(file)]
    return violations


def control(root: Path, names: list[str]) -> list[str]:
    """What the checker fails to see in a copy with planted violations."""
    with tempfile.TemporaryDirectory(prefix="ecoredress-check-") as folder:
        copy = Path(folder)
        for name in names:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, copy / name)
        for name, text, _ in PLANTED:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text(text, encoding="utf-8")
        seen = {(v.place.partition(":")[0], v.rule) for v in check(copy, names + [name for name, _, _ in PLANTED])}
    missed = [f"{rule.__name__} does not see what was planted in {name}" for name, _, rule in PLANTED
              if (name, rule.__name__) not in seen]
    extra = [f"{rule} wrongly reports {name}" for name, rule in seen
             if name in {p[0] for p in PLANTED} and (name, rule) not in {(p[0], p[2].__name__) for p in PLANTED}]
    return missed + extra


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else Path(__file__).resolve().parents[2]).resolve()
    names = listed(root)
    blind = control(root, names)
    for text in blind:
        print(f"  ✗ the check itself is broken: {text}")
    violations = check(root, names)
    for violation in violations:
        print(f"  ✗ {violation.place} {violation.message}  [{violation.rule}]")
    if blind or violations:
        return 1
    print(f"  ✓ {len(names)} files keep {len(RULES)} rules; {len(PLANTED)} planted violations were all seen")
    return 0


sys.exit(main(sys.argv[1:]))
