"""The books of `notifications` beside so many petitions: messages, inboxes, webhooks."""

import hashlib
import time
import uuid

from .agencies import Agencies
from .asking import Asker
from .books import Books
from .part import Part

ENDPOINTS = 200


class Messages(Part):
    """Filled by fill-messages.sql, once its endpoints are approved as every agency's are."""

    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("notifications")
        self.books = Books(
            self.environment["DATABASE_URL"], self.owner_url("notifications"), "petitions' messages", "fill-messages.sql",
            "fill_messages")
        self.agencies = Agencies(options.state)
        self.service = self.serve("notifications", self.environment)
        self.operator = Asker(int(self.environment["HTTP_PORT"]), self.token("operator"))

    @staticmethod
    def subject(number):
        """The petition of a message, as fill-messages.sql makes it."""
        return str(uuid.UUID(hashlib.md5(f"petition {number}".encode()).hexdigest()))

    def fill(self, size):
        self.begin()
        for number in range(ENDPOINTS):
            made = self.operator.ask("POST", "/v1/subscriptions", {
                "agency": f"agency-{number % 50}", "url": f"http://127.0.0.1:{self.agencies.port}/{number}",
                "types": ["ecoredress.petition."], "regions": [self.REGION]})
            self.operator.ask("POST", f"/v1/subscriptions/{made['id']}/approve", {})
        self.books.prepare()
        self.books.fill(size, settle=self.fold)

    def fold(self):
        """Waits until the service has added the figures up."""
        while self.books.ask("select 1 from figure_entry limit 1;"):
            time.sleep(0.2)

    def stop(self):
        super().stop()
        self.agencies.stop()
        self.books.close()
