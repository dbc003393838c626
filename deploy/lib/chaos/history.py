"""What a run has to be judged by: what was sent, what stands on the topics, what stands in the tables. Plain values
only, so that a history can be written down by hand, good or bad, and the checker be tried on it."""

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Sent:
    """One record that an outsider's producer was told to be kept."""
    topic: str  # without the prefix
    kind: str  # complaint, poison, fact, payment, or poison of the two others
    source: str
    identity: str  # the sender's own number: externalId, factId, paymentNumber
    variant: str  # what it says: the same identity and variant again is a repeat
    event_id: str
    sha256: str
    partition: int
    offset: int
    era: int = 0  # how often the broker had lost its data before
    code: str = ""  # how it breaks the contract
    amount: int = 0  # of a payment, in fen
    case: str = ""  # that a payment names, or that a penalty opens

    @property
    def place(self):
        return f"{self.topic}/{self.partition}/{self.offset}" + (f" before loss {self.era + 1}" if self.era else "")


@dataclass(frozen=True)
class Inbound:
    """One record of an inbound topic as it stands in the log."""
    topic: str
    partition: int
    offset: int
    sha256: str
    era: int = 0


@dataclass(frozen=True)
class Record:
    """One committed record that the services published."""
    topic: str
    partition: int
    offset: int
    key: str
    type: str  # without family and version: petition.received
    id: str
    subject: str = ""
    sequence: int | None = None
    correlation: str = ""
    causation: str = ""
    data: dict = field(default_factory=dict)
    era: int = 0

    @property
    def place(self):
        return f"{self.topic}/{self.partition}/{self.offset}"


@dataclass(frozen=True)
class Outgoing:
    """A row of an outbox."""
    schema: str
    number: int
    topic: str
    key: str
    event_id: str


@dataclass(frozen=True)
class Hidden:
    """Planted personal data that was found where it must not be."""
    place: str
    what: str


@dataclass
class History:
    sent: list = field(default_factory=list)
    inbound: list = field(default_factory=list)
    records: list = field(default_factory=list)
    outbox: list = field(default_factory=list)
    petitions: list = field(default_factory=list)  # rows of the tables from here on, as dictionaries
    supplements: dict = field(default_factory=dict)  # how many rows, by petition
    facts: list = field(default_factory=list)
    ratings: list = field(default_factory=list)
    cases: list = field(default_factory=list)
    payments: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    suspense: list = field(default_factory=list)
    totals: list = field(default_factory=list)
    messages: list = field(default_factory=list)
    letters: list = field(default_factory=list)  # dead letters of all services
    timers: list = field(default_factory=list)
    depths: dict = field(default_factory=dict)  # events that wait to be published, as each service counts them itself
    leaks: list = field(default_factory=list)

    @cached_property
    def era(self):
        """How often the broker had lost its data before what it holds now."""
        return max((record.era for record in self.inbound + self.records), default=0)

    @cached_property
    def present(self):
        """What the topics hold now, published again or not."""
        return [record for record in self.records if record.era == self.era]


@dataclass(frozen=True)
class Finding:
    check: str  # lost, doubled, inverted, …
    key: str
    place: str
    message: str

    def __str__(self):
        return f"{self.check}: {self.key}" + (f" at {self.place}" if self.place else "") + f": {self.message}"
