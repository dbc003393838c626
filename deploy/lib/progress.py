"""progress.py LABEL LOG COMMAND…

Runs a command whose output is long (a build), writes all of it to LOG, and shows one moving line of where it is; where
no terminal watches, a line every half minute. When the command fails, shows its errors and the end of the log. Ends
with the command's exit code, and ends the command with all its children when it is itself told to end.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time

STEP = re.compile(r"^\[(\d+)/(\d+)\] *(.*)")
FAILURE = re.compile(r"(?:^|: )(?:fatal )?error: ")


class Line:
    """The moving line."""

    def __init__(self, label):
        self.label, self.began, self.shown = label, time.monotonic(), 0.0
        self.terminal = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def elapsed(self):
        seconds = int(time.monotonic() - self.began)
        return f"{seconds // 60} min {seconds % 60} s" if seconds >= 60 else f"{seconds} s"

    def show(self, text):
        now = time.monotonic()
        if now - self.shown < (0.1 if self.terminal else 30):
            return
        self.shown = now
        line = f"  · {self.label} … {text} ({self.elapsed()})"
        if self.terminal:
            width = shutil.get_terminal_size().columns - 1
            print("\r\033[K" + (line if len(line) <= width else line[: width - 1] + "…"), end="", flush=True)
        else:
            print(line, flush=True)

    def finish(self, mark):
        start = "\r\033[K" if self.terminal else ""
        print(f"{start}  {mark} {self.label} ({self.elapsed()})", flush=True)


def run(label, log, command):
    line = Line(label)
    errors, where = [], "starting"
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, errors="replace", start_new_session=True)

    def end(number, _):
        os.killpg(child.pid, signal.SIGTERM)
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    with open(log, "w", encoding="utf-8") as file:
        for text in child.stdout:
            file.write(text)
            file.flush()
            if step := STEP.match(text):
                where = f"{step[1]}/{step[2]} {step[3]}"
            elif FAILURE.search(text) and text not in errors:
                errors.append(text)
            elif text.strip() and not text[0].isspace() and "warning" not in text:
                where = text.strip()
            line.show(where)
    status = child.wait()
    line.finish("✓" if status == 0 else "✗")
    if status:
        explain(log, errors)
    return status if status >= 0 else 128 - status


def explain(log, errors):
    with open(log, encoding="utf-8") as file:
        print("".join(file.readlines()[-60:]), file=sys.stderr)
    if errors:
        print("Errors:\n" + "".join(errors[:20]), file=sys.stderr)
    print(f"The whole output is in {os.path.relpath(log)}", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
