"""A story: one case played step by step, with all that must be seen of it and all that was."""

import time
from dataclasses import dataclass

from .world import Missing

OWNERS = {
    "receipt": "petitions", "petition": "petitions", "petitioner-message": "petitions", "score": "scoring",
    "colour": "scoring", "rating": "scoring", "compensation": "compensation", "notification": "notifications",
    "endpoint": "notifications"}
PATIENCE = 30  # seconds for one event; the services take well under one
FIRST_PATIENCE = 90  # for the first: consumer groups may still be forming


def owner(name):
    return OWNERS[name.split(".")[0]]


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""
    at: float
    who: str
    what: str
    words: str


class Story:
    title = ""
    steps = ()  # pairs of a name for people and a method

    def __init__(self, world, observer):
        self.world, self.observer = world, observer
        self.moments, self.addresses = [], []
        self.expected = []  # the events that this story has waited for and seen
        self.correlation = self.petition = self.number = None
        self.trouble, self.service, self.untried = None, None, []

    def play(self):
        """Takes the steps in order; what is missing ends the story, and the steps after it are named as untried."""
        for index, (name, step) in enumerate(self.steps):
            try:
                step(self)
            except Missing as missing:
                self.trouble, self.service = f"{name}: {missing}", missing.service
                self.untried = [name for name, _ in self.steps[index + 1:]]
                return

    # ---- doing

    def did(self, who, what, words):
        self.moments.append(Moment(time.time(), who, what, words))

    def step(self, person, step, body, words, sees, **fields):
        """A step of staff with the petition, and the event by which the world learns of it."""
        self.did(person.title, f"POST …/{step}", words)
        person.post("petitions", f"/v1/petitions/{self.petition}/{step}", body)
        return self.sees(sees, **fields)

    # ---- seeing

    def sees(self, name, limit=PATIENCE, topic=None, check=None, **fields):
        """Waits for an event of this case with these fields in its data."""
        def matches(event):
            return (
                event.name == name and self.is_ours(event) and (topic is None or event.topic == topic)
                and all(event.data.get(field) == value for field, value in fields.items())
                and (check is None or check(event)))

        event = self.observer.wait(matches, limit)
        if event is None:
            raise Missing(self._absence(name, fields, limit), owner(name))
        if event not in self.expected:
            self.expected.append(event)
        return event

    def is_ours(self, event):
        if self.correlation is None:
            return True
        return event.correlation == self.correlation or event.data.get("petitionId") == self.petition

    def becomes(self, person, service, path, what, is_so, limit=PATIENCE):
        """Asks over HTTP until what is shown there is so."""
        deadline = time.monotonic() + limit
        while True:
            shown = person.get(service, path)
            if is_so(shown):
                return shown
            if time.monotonic() > deadline:
                raise Missing(f"GET {path} does not show within {limit} s that {what}", service)
            time.sleep(0.1)

    def contact(self, number):
        """A contact with the petitioner: asked for, delivered with proof, recorded."""
        asked = self.sees("petitioner-message.requested", contact=number)
        self.sees("notification.delivered", messageId=asked.data["messageId"])
        self.sees("petition.contacted", contact=number, outcome="delivered")

    def _absence(self, name, fields, limit):
        wanted = "".join(f", {field} {value}" for field, value in fields.items())
        near = self.observer.seen(lambda event: event.name == name and self.is_ours(event))
        seen = f"; seen of this type: {[event.data for event in near][-3:]}" if near else ""
        return f"no ecoredress.{name}.v1{wanted} was readable within {limit} s{seen}"

    # ---- intake

    def submit(self, hotline, complaint, structured=False):
        """A complaint, its receipt and its registration; from here on the case has a number."""
        self.did(hotline.name, "complaints", f"投诉 {complaint['externalId']}：{complaint['content'][:28]}…")
        event_id = hotline.publish(complaint, structured=structured)
        receipt = self.sees(
            "receipt.issued", FIRST_PATIENCE, externalId=complaint["externalId"], source=hotline.source)
        if receipt.data["status"] != "registered":
            raise Missing(f"the receipt does not say registered: {receipt.data}", "petitions")
        self.petition, self.number = receipt.data["petitionId"], receipt.data["petitionNumber"]
        self.correlation = receipt.correlation
        received = self.sees("petition.received", petitionId=self.petition)
        if received.correlation != self.correlation:
            raise Missing("receipt and petition.received do not carry the same correlationid", "petitions")
        self.addresses.append(f"{self.world.urls['petitions']}/v1/petitions/{self.petition}")
        return event_id
