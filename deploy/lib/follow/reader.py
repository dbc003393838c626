"""A reader of pages, who does what they say and looks whether it comes out as they say."""

import json
import re

from .answer import objection
from .shell import Shell, Stuck

RUN, STOP = "./deploy/run --detach", "./deploy/stop"
PATIENCE, INSTALLING = 90, 1800  # seconds


class Reader:
    def __init__(self, machine, build=True):
        self.machine, self.build = machine, build
        self.up = False
        self.followed, self.compared, self.faults, self.last = 0, 0, [], []

    def follow(self, page):
        """All commands of a page in one shell. The stack is started once, and ended when all pages are read."""
        shell = Shell(self.machine.checkout, self.machine.environment(), self.machine.notes)
        try:
            for command in page.commands:
                if command.text.split("#")[0].strip() == STOP:
                    self.last.append((page, command))
                else:
                    self.do(shell, page, command)
        except Stuck as trouble:
            self.fault(page, command.line, f"{command.text.splitlines()[0]}: {trouble}; the rest of the page is not followed")
        finally:
            shell.close()

    def end(self):
        """What pages say to end with."""
        for page, command in self.last:
            shell = Shell(self.machine.checkout, self.machine.environment(), self.machine.notes)
            try:
                self.do(shell, page, command)
            finally:
                shell.close()

    def do(self, shell, page, command):
        text, patience = command.text, PATIENCE
        if text.startswith(RUN):
            started = ":" if self.up else RUN if self.build else f"{RUN} --no-build"
            text, patience, self.up = started + text.removeprefix(RUN), INSTALLING, True
        outcome = shell.run(text, patience, command.endless)
        self.followed += 1
        if outcome.code != command.code:
            self.fault(page, command.line, f"{first_line(command)} ends with {outcome.code}, not {command.code}: "
                       + " ".join((outcome.told or outcome.printed).split())[-300:])
        elif "Traceback (most recent" in outcome.told + outcome.printed:
            self.fault(page, command.line, f"{first_line(command)} ends in a traceback")
        elif not command.answers and (code := refusal(outcome.printed)):
            self.fault(page, command.line, f"{first_line(command)} is refused: {code}")
        for line, shown in command.answers:
            self.compared += 1
            if found := objection(shown, outcome.printed or outcome.told):
                self.fault(page, line, f"{first_line(command)}: {found}")

    def fault(self, page, line, what):
        self.faults.append(f"{page.name}:{line}: {what}")


def first_line(command):
    return re.split(r"\s+# ", command.text.splitlines()[0])[0]


def refusal(printed):
    """The code of a problem document, in an answer that came with exit code 0."""
    try:
        answer = json.loads(printed)
    except ValueError:
        return None
    refused = isinstance(answer, dict) and isinstance(answer.get("status"), int) and answer["status"] >= 400
    return answer.get("code") if refused else None
