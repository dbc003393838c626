"""Refuses what a running service would stand still for, or an older version beside it would trip over.

usage: migrations.py [--list]     --list prints what is found, in the form of migrations-accepted.txt

Each migration runs in one transaction, beside services that go on working, the version before among them. So a strong lock is
held to the transaction's end, `concurrently` is impossible, and what the version before reads must stay. A statement that is
refused here can still be right: where the table is made in the same file, or where the comment right before the statement gives
a reason, `-- lock: at most a row for each agency`. The ways to do it without standing still:

  index         `create index if not exists` in the migration, and in the notes of the release the same with `concurrently`,
                to be run before it where the table is large
  not null      add a check `not valid`; validate it in the next migration; `set not null` in the one after, which then
                reads nothing
  constraint    add it `not valid`, validate it in the next migration
  filling in    by the service itself, some rows at a time; or read the old form where the new one is null
  dropping      one minor version after nothing reads it any more

The text of a migration that was applied anywhere may never change: what was written before this check stands, statement by
statement, in migrations-accepted.txt with its reason. Each rule is tried on a planted violation first.
"""

import re
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ACCEPTED = Path(__file__).resolve().with_name("migrations-accepted.txt")
TOKEN = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\$(\w*)\$.*?\$\1\$|\"[^\"]*\"|;|[^-/'$\";]+|.", re.DOTALL)
REASON = re.compile(r"--\s*lock:\s*(\S+(?:\s+\S+){2,})")
VOLATILE = re.compile(r"\bdefault\s+(?:\(?\s*)(?:gen_random_uuid|clock_timestamp|random|nextval|uuid_generate\w*|timeofday)\s*\(")
NAME = r"(?:only\s+)?(?:\w+\.)?(\w+)"


class Statement(NamedTuple):
    text: str  # one line, small letters, without comments and without what stands in quotes
    bare: str  # the same with bodies of functions and quoted texts
    reason: bool


class Finding(NamedTuple):
    path: str
    what: str  # the statement's beginning, as migrations-accepted.txt names it
    why: str


def statements(text: str) -> Iterator[Statement]:
    outer, whole, comments = [], [], []
    for match in TOKEN.finditer(text):
        token = match[0]
        if token.startswith(("--", "/*")):
            comments.append(token)
            continue
        if token == ";":
            yield made(outer, whole, comments)
            outer, whole, comments = [], [], []
            continue
        whole.append(token)
        outer.append("''" if token[0] in "'$" and len(token) > 1 else token)
    if "".join(whole).strip():
        yield made(outer, whole, comments)


def made(outer, whole, comments):
    squeeze = lambda parts: " ".join("".join(parts).lower().split())
    return Statement(squeeze(outer), squeeze(whole), bool(REASON.search("\n".join(comments))))


def actions(text: str) -> list[str]:
    """The parts of an `alter table`: what stands between commas outside of brackets."""
    parts, depth, last = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(text[last:place])
            last = place + 1
    return [part.strip() for part in [*parts, text[last:]]]


def of_alter(action: str) -> str | None:
    """Why an action on a table that may be large is refused."""
    if action.startswith(("add constraint", "add check", "add foreign key", "add unique", "add primary key")):
        if "not valid" in action or "using index" in action:
            return None
        return "reads the whole table under an exclusive lock: `not valid`, validated by the next migration"
    if action.startswith("add "):
        if re.search(r"\b(?:serial|bigserial|identity|stored)\b", action) or VOLATILE.search(action):
            return "writes the whole table anew: its value differs from row to row"
        if re.search(r"\b(?:unique|primary key|references|check)\b", action):
            return "reads the whole table, or builds an index, under an exclusive lock"
        if "not null" in action and "default" not in action:
            return "fails where the table has rows: not null without a default"
        return None
    if re.search(r"^alter (?:column )?\w+ (?:set data )?type\b", action):
        return "writes the whole table anew, and the version before may not understand it"
    if re.search(r"^alter (?:column )?\w+ set not null", action):
        return "reads the whole table under an exclusive lock, and the version before may write null"
    if action.startswith(("drop column", "rename")) or re.match(r"drop (?!constraint|expression)\w+$", action):
        return "the version before still reads it while services are being replaced"
    if action.startswith(("set logged", "set unlogged", "set tablespace", "attach partition", "cluster on")):
        return "reads or writes the whole table under an exclusive lock"
    return None


def faults(statement: Statement, new: set[str]) -> Iterator[tuple[str, str]]:
    text = statement.text
    if re.match(r"(?:begin|commit|rollback|start transaction|end)\b", text):
        yield text, "a migration runs in one transaction and may not end it"
    elif "concurrently" in text.split():
        yield text, "`concurrently` is impossible within a transaction: see the ways in this file"
    elif found := re.match(rf"create (?:unique )?index (?:if not exists )?(?:(\w+) )?on {NAME}", text):
        if found[2] not in new:
            yield f"create index {found[1]} on {found[2]}", "nobody writes to the table while the index is built"
    elif found := re.match(rf"alter table (?:if exists )?{NAME} (.*)", text):
        if found[1] not in new:
            for action in actions(found[2]):
                if why := of_alter(action):
                    yield f"alter table {found[1]} {' '.join(action.split()[:3])}", why
    elif found := re.match(rf"(update|delete from|truncate(?: table)?) {NAME}", text):
        if found[2] not in new:
            yield found[0], "changes rows without bound in one transaction"
    elif found := re.match(rf"insert into {NAME}.*?\bselect\b.*?\bfrom {NAME}", text):
        if found[2] not in new and found[2] not in ("unnest", "generate_series"):
            yield f"insert into {found[1]} from {found[2]}", "copies rows without bound in one transaction"
    elif found := re.match(rf"drop (table|view) (?:if exists )?{NAME}", text):
        if found[2] not in new:
            yield found[0], "the version before still reads it while services are being replaced"
    elif found := re.match(r"(?:vacuum|cluster|reindex|lock table|lock|refresh materialized view)\b", text):
        yield text, "holds an exclusive lock for as long as it takes"
    elif text.startswith("do ") and re.search(
        r"\b(?:alter table|create (?:unique )?index|update \w+ set|delete from|lock table)\b", statement.bare):
        yield "do", "what stands in a block cannot be checked: write it as a statement"


def check(path: str, text: str) -> list[Finding]:
    found, new = [], set()
    for statement in statements(text):
        if made := re.match(rf"create (?:unlogged |temporary |temp )?table (?:if not exists )?{NAME}", statement.text):
            new.add(made[1])
        if not statement.reason:
            found += [Finding(path, what, why) for what, why in faults(statement, new)]
    return found


def ungranted(folder: dict[str, str]) -> list[Finding]:
    """Functions that the service's role is not allowed to run: roles have no right to a function by default."""
    granted, defined = set(), []
    for path, text in folder.items():
        for statement in statements(text):
            if made := re.match(r"create (?:or replace )?function (\w+)", statement.text):
                if "returns trigger" not in statement.text:
                    defined.append((path, made[1]))
            for names in re.findall(r"grant execute on (?:all functions|function ([\w, ]+?)) (?:in schema|to) ", statement.bare):
                granted |= set(re.findall(r"\w+", names)) or {name for _, name in defined}
    return [Finding(path, f"create function {name}", "no migration lets the service's role run it (grant execute)")
            for path, name in defined if name not in granted]


def migrations() -> dict[str, str]:
    files = [*ROOT.glob("Services/*/Store/Migrations/*.sql"), *ROOT.glob("Shared/*/Migrations/*.sql")]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(files)}


def everything(files: dict[str, str]) -> list[Finding]:
    found = [finding for path, text in files.items() for finding in check(path, text)]
    for folder in sorted({path.rpartition("/")[0] for path in files}):
        found += ungranted({path: text for path, text in files.items() if path.rpartition("/")[0] == folder})
    return found


# Each must be refused.
PLANTED = [
    "create index a on big (x);", "create unique index if not exists a on big (x);", "create index on big using gin (x);",
    "-- in a comment;\ncreate index a\n  on only public.big (x);", "create index concurrently a on big (x);",
    "alter table big add column x int not null;", "alter table big add x uuid default gen_random_uuid();",
    "alter table big add column a int, add column b bigint generated always as identity;",
    "alter table big add column x int check (x > 0);", "alter table big add constraint c check (x in (1, 2));",
    "alter table big alter column x type bigint;", "alter table big alter x set not null;",
    "alter table big drop column x;", "alter table big rename to bigger;", "alter table only big set logged;",
    "update big set x = 1;", "delete from big where x = ';';", "truncate big;", "drop table big;",
    "create table small (x int); insert into small select x from big;", "lock table big;", "commit;",
    "do $$ begin alter table big add column x int; end $$;", "create function f() returns int language sql as $$ select 1 $$;",
    "-- lock: short\ncreate index a on big (x);",
]
# None may be.
SOUND = [
    "create table big (x int); create index a on big (x); alter table big add column y int not null; update big set x = 1;",
    "alter table big add column x int not null default 0, add column y text;", "drop index a;",
    "alter table big add constraint c check (x > 0) not valid;", "insert into big (x) values (1);",
    "-- What is asked for.\n-- lock: at most a row for each agency.\ncreate index a on big (x);",
    "create function f() returns int language sql as $$ update big set x = 1 returning 1 $$;\n"
    "do $$ begin execute format('grant execute on function f to %I', 'x'); end $$;",
]


def accepted() -> dict[tuple[str, str], str]:
    lines = [line for line in ACCEPTED.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {(path.strip(), what.strip()): why.strip() for path, what, why in (line.split("|") for line in lines)}


def main(arguments: list[str]) -> int:
    planted = lambda text: everything({"Services/Planted/Store/Migrations/0001_planted.sql": text})
    blind = [text for text in PLANTED if not planted(text)]
    wrong = [text for text in SOUND if planted(text)]
    for text in blind + wrong:
        print(f"  ✗ the check itself is broken: it {'does not see' if text in blind else 'refuses'} {text!r}")
    files = migrations()
    found = everything(files)
    if "--list" in arguments:
        print("\n".join(dict.fromkeys(f"{one.path} | {one.what} | {one.why}" for one in found)))
        return 0
    known = accepted()
    fresh = [one for one in found if (one.path, one.what) not in known]
    for one in fresh:
        print(f"  ✗ {one.path}: {one.what}: {one.why}  [deploy/lib/migrations.py]")
    stale = sorted(known.keys() - {(one.path, one.what) for one in found})
    for path, what in stale:
        print(f"  ✗ migrations-accepted.txt names what is not there: {path} | {what}")
    if blind or wrong or fresh or stale or not files:
        return 1
    print(f"  ✓ {len(files)} migrations hold no long lock without a reason; {len(PLANTED)} planted ones were refused")
    return 0


sys.exit(main(sys.argv[1:]))
