"""tests.py LOG COMMAND…

Runs the tests, writes all they print to LOG and shows what a person wants to see: each suite as it ends, each failure at
once, and where it is. Ends with how many tests ran and the line `N passed, N failed` alone. The exit code is 0 only if
tests ran, none failed and the run came to its end: a crash or a run past the time limit (environment TESTS_LIMIT, in
seconds, 3600 by default) is a failure, and names the tests that were under way.

With TESTS_BESIDE=PATTERN the tests whose name matches run in a process of their own at the same time, and what they print
goes to a second log beside LOG: half of a run of all is waiting, for a broker to miss a member or a killed service to come
back, which keeps no processor busy.

With TESTS_AGAIN=1, as continuous integration has it, the suites in which a test failed run once more, alone: many tests
start whole services on few processors, and one that waited too long for another's work says nothing of the code. What
then passes is named as unsteady, so that it is seen and mended; what fails again has failed.

With TESTS_AFTERWARDS=COMMAND that command runs when the tests have come to their end, and counts as one test more; it too
has a second try then, and says so.
"""

import os
import pty
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time

NAME = r'(?:Suite|Test) (?P<name>"(?:[^"\\]|\\.)*"|\S+)'
STARTED = re.compile(rf"^◇ (?!Test run started){NAME} started\.")
ENDED = re.compile(rf"^(?P<mark>[✔✘━]) {NAME}(?: with \d+ test cases)? (?P<verdict>passed|failed) after")
SKIPPED = re.compile(rf"^➜ {NAME} skipped")
ISSUE = re.compile(r"^✘ .* recorded an issue|Fatal error: ")
# With more failures than this it is not the company.
MOST_AGAIN = 3
SUMMARY = re.compile(r"^[✔✘━] Test run with (?P<total>\d+) tests? .*(?P<verdict>passed|failed) after")


class Run:
    """What is known of the run so far, line by line."""

    def __init__(self):
        self.under_way, self.failed, self.skipped = {}, [], []  # lists: two suites may have tests of one name
        self.failed_suites = []
        self.ended, self.total, self.in_issue = 0, None, False
        self.whole = None  # what ran afterwards, and whether it passed

    @classmethod
    def of(cls, parts):
        """What is known of several that ran side by side; how many tests there were only if all came to their end."""
        run = cls()
        for part in parts:
            run.under_way |= part.under_way
            run.failed += part.failed
            run.skipped += part.skipped
            run.failed_suites += part.failed_suites
            run.ended += part.ended
        totals = [part.total for part in parts]
        run.total = None if None in totals else sum(totals)
        return run

    def read(self, line):
        """Takes a line of output in, and tells whether a person wants to see it."""
        was_in_issue, self.in_issue = self.in_issue, False
        is_test = " Test " in line[:8]
        if found := SUMMARY.match(line):
            self.total = int(found["total"])
        elif found := STARTED.match(line):
            if is_test:
                self.under_way[found["name"]] = time.monotonic()
        elif found := SKIPPED.match(line):
            if is_test:
                self.skipped.append(found["name"])
        elif found := ENDED.match(line):
            if is_test:
                self.ended += 1
                self.under_way.pop(found["name"], None)
            if found["verdict"] == "failed":
                (self.failed if is_test else self.failed_suites).append(found["name"])
            return not is_test or found["verdict"] == "failed"
        elif ISSUE.search(line) or (was_in_issue and line.startswith("↳ ")):  # the details of an issue follow it
            self.in_issue = True
            return True
        return False


class Screen:
    def __init__(self):
        self.terminal = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self.began = self.shown = time.monotonic()
        self.turn = threading.Lock()  # to be held by whoever reads on and shows what it read

    def line(self, text):
        print(("\r\033[K" if self.terminal else "") + "  " + text, flush=True)

    def where(self, runs):
        now = time.monotonic()
        if now - self.shown < (0.2 if self.terminal else 60):
            return
        self.shown = now
        run = Run.of(runs)
        longest = min(run.under_way, key=run.under_way.get, default="")
        text = f"  · {run.ended} tests done, {len(run.failed)} failed ({now - self.began:.0f} s) {longest}"
        if self.terminal:
            width = shutil.get_terminal_size().columns - 1
            print("\r\033[K" + text[:width], end="", flush=True)
        else:
            print(text, flush=True)


def start(command):
    """The command and the lines it prints. It is given a terminal of ours: into a pipe it would print only at its end,
    and nothing of a run that hangs."""
    ours, its = pty.openpty()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=its, stderr=its, start_new_session=True,
                             env={**os.environ, "NO_COLOR": "1"})
    os.close(its)
    return child, lines_of(ours)


def lines_of(terminal):
    rest = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            chunk = b""
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines if chunk else [rest]:
            text = line.decode(errors="replace")
            yield re.sub(r"\x1b\[[\d;]*[A-Za-z]|\r", "", text) + "\n"
        if not chunk:
            return


class Part:
    """One process of the tests, with a log of its own."""

    def __init__(self, log, command):
        self.log, self.run, self.reader = log, Run(), None
        self.child, self.lines = start(command)

    def follow(self, screen, runs):
        """Reads what it prints to its end, in a thread of its own."""
        def read():
            with open(self.log, "w", encoding="utf-8") as file:
                for line in self.lines:
                    file.write(line)
                    with screen.turn:
                        if self.run.read(line):
                            screen.line(line.rstrip())
                        screen.where(runs)
        self.reader = threading.Thread(target=read, daemon=True)
        self.reader.start()

    def kill(self):
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGKILL)


def parts_of(log, command):
    """The processes that are to run side by side."""
    beside = os.environ.get("TESTS_BESIDE")
    if not beside:
        return [Part(log, command)]
    name, ending = os.path.splitext(log)
    return [Part(log, command + ["--skip", beside]), Part(f"{name}-beside{ending}", command + ["--filter", beside])]


def main(log, command):
    screen = Screen()
    limit = int(os.environ.get("TESTS_LIMIT", "3600"))
    parts = parts_of(log, command)

    def end(number, _):
        for part in parts:
            part.kill()
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    over = threading.Event()
    timer = threading.Timer(limit, lambda: (over.set(), [part.kill() for part in parts]))
    timer.daemon = True
    timer.start()
    for part in parts:
        part.follow(screen, [each.run for each in parts])
    for part in parts:
        part.reader.join()
    status = max(abs(part.child.wait()) for part in parts)
    timer.cancel()
    run, logs = Run.of([part.run for part in parts]), [part.log for part in parts]
    again = None
    wanted = os.environ.get("TESTS_AGAIN") == "1" and "--filter" not in command
    if wanted and run.total is not None and 0 < len(run.failed) <= MOST_AGAIN:
        again = second_try(run, log, command, screen)
    if run.total is not None and (whole := os.environ.get("TESTS_AFTERWARDS")):
        afterwards(run, whole, tries=2 if wanted else 1)
    return report(run, status, over.is_set(), limit, time.monotonic() - screen.began, logs, again)


def afterwards(run, command, tries):
    """Runs what tests the whole, and counts it as one test. It is ended with us, and ends what it started."""
    for number in range(1, tries + 1):
        run.whole = (command, once(command))
        if run.whole[1]:
            break
        print(f"\n  ✘ try {number} of {tries}: {command}", flush=True)


def once(command):
    """Whether a command ends well."""
    child = subprocess.Popen(shlex.split(command), stdin=subprocess.DEVNULL)

    def end(number, _):
        child.send_signal(signal.SIGTERM)
        child.wait()
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    return child.wait() == 0


def second_try(run, log, command, screen):
    """Runs the suites in which a test failed once more; answers the names of tests that failed again, None when it is
    not known."""
    suites = [name for shown in run.failed_suites if (name := suite_type(shown))]
    if len(suites) < len(run.failed_suites) or not suites:
        return None
    screen.line(f"· once more, alone: {', '.join(suites)}")
    second = Run()
    child, lines = start(command + [word for name in suites for word in ("--filter", rf"\.{name}/")])
    with open(log, "a", encoding="utf-8") as file:
        for line in lines:
            file.write(line)
            if second.read(line):
                screen.line(line.rstrip())
    child.wait()
    return second.failed if second.total else None


def suite_type(shown):
    """The Swift type of a suite, by the name it is shown under."""
    if not shown.startswith('"'):
        return shown
    for root, _, files in os.walk("Tests"):
        for name in files:
            with open(os.path.join(root, name), encoding="utf-8", errors="replace") as file:
                declared = rf"@Suite\(\s*{re.escape(shown)}[^)]*\)\s*(?:final )?(?:struct|class|enum|actor) (\w+)"
                found = re.search(declared, file.read())
            if found:
                return found[1]
    return None


def report(run, status, is_over, limit, took, logs, again):
    failed = len(run.failed)
    if run.total is None:
        why = f"did not end within {limit} s" if is_over else "ended before its time (a crash?)"
        print(f"\n  ✗ The run {why}. Under way: {', '.join(run.under_way) or 'no test'}")
        failed += max(1, len(run.under_way))
        passed = run.ended - len(run.failed)
    else:
        passed = max(0, run.total - failed - len(run.skipped))
    if status and not failed:
        print(f"\n  ✗ The run ended with exit code {status}, though no test says that it failed.")
        failed = 1
    if run.failed and again == []:
        print("\n  Unsteady, failed in company and passed alone:", *sorted(run.failed), sep="\n    ")
        passed, failed = passed + failed, 0
    elif run.failed:
        print("\n  Failed:", *sorted(run.failed), sep="\n    ")
    if passed + failed == 0:
        print("\n  ✗ No test ran.")
    elif run.whole:
        command, has_passed = run.whole
        passed, failed = passed + has_passed, failed + (not has_passed)
        if not has_passed:
            print(f"\n  Failed:\n    {command}")
    where = " and ".join(os.path.relpath(log) for log in logs)
    print(f"\n{passed + failed} tests ran in {took:.0f} s; the whole output is in {where}")
    print(f"{passed} passed, {failed} failed" + (f", {len(run.skipped)} skipped" if run.skipped else ""))
    return 1 if failed or not passed else 0


if len(sys.argv) < 3:
    sys.exit(__doc__)
sys.exit(main(sys.argv[1], sys.argv[2:]))
