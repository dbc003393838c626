"""A page with mistakes, for the reader to be tried on: one that has gone blind fails, and is not taken for true pages."""

from .page import read

TRUE, WRONG = ("two-lines.md", "wrong.md")
PAGES = {
    TRUE: """
```sh
word='it
is'   # two lines of one command
echo "$word"                        # → it is
cat <<END
{"id": "0b0e6ad2-1111-4222-8333-444455556666", "status": "registered", "more": 1}
END
# → {"id": "…", "status": "registered", "…": "…"}
(exit 3)                            # exit code 3
sleep 1000 & echo begun; wait       # Ctrl-C
```
""",
    WRONG: """
```sh
false
echo one                            # → two
echo '{"id": 1, "other": 2}'        # → {"id": 1}
echo '{"status": "a"}'              # → {"status": "b"}
echo '{"list": [1]}'                # → {"list": [1, 2]}
echo '{"status":404,"code":"not-found"}'
(exit 3)                            # exit code 2
python3 -c 'raise ValueError' || true
```
""",
}


def unseen(reader):
    """What the reader did not see of the mistakes, or saw where there is none."""
    for name, text in PAGES.items():
        reader.follow(read(name, text))
    marked = [f"{WRONG}:{line}:" for line in range(3, 11)]
    return [mark for mark in marked if not any(fault.startswith(mark) for fault in reader.faults)] + [
        fault for fault in reader.faults if not fault.startswith(tuple(marked))]
