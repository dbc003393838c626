"""A hotline's intake system: publishes complaints."""

from .outsider import Outsider


class Hotline(Outsider):
    def __init__(self, world, name):
        super().__init__(world, f"/hotline/{name}")
        self.name = name

    def publish(self, complaint, event_id=None, structured=False):
        return self.tell("complaints", "complaint.submitted", complaint["externalId"], complaint, event_id, structured)
