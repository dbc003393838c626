"""What outsiders send, by seed: complaints with repeats, hot keys, late ones and poison; facts out of order;
payments."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random

from .identity import case_id
from .planted import Planted

HOTLINES = ("/hotline/12345", "/hotline/12369")
AGENCIES = ("/enforcement/mobile", "/enforcement/desk")
BANK = "/payments/bank"
REGIONS = ("321102", "321111", "321112", "321181", "321182", "321183")
CATEGORIES = ("water", "air", "noise", "solid-waste")
FACTS = ("FACILITIES_NOT_USED", "ILLEGAL_DISCHARGE", "DUST_UNCONTROLLED")
# Shares of each hundred records; the rest are complaints that come once.
FACT_SHARE, PAYMENT_SHARE, POISON_SHARE, HOT_SHARE, REPEAT_SHARE, LATE_SHARE = 15, 10, 6, 12, 8, 5


@dataclass(frozen=True)
class Message:
    """A record before it is sent, with what is known of it."""
    topic: str
    key: bytes
    value: bytes | None
    headers: list
    kind: str
    source: str
    identity: str
    variant: str
    event_id: str
    code: str = ""
    amount: int = 0
    case: str = ""

    @property
    def sha256(self):
        return hashlib.sha256(self.value or b"").hexdigest()


class Stream:
    """An endless series, the same for the same seed and day."""

    def __init__(self, seed, now=None):
        self._chance = Random(f"stream {seed}")
        self._series = f"{seed % 100000:05d}"
        self._now = (now or datetime.now(timezone.utc)).replace(microsecond=0)
        self.planted = Planted(self._chance)
        self._number = 0
        self._sent, self._facts, self._payments = [], [], []
        self._penalties, self._early = [], []  # cases that are known; numbers that were decided on before they were filed
        self._hot = [f"H{self._series}-{number}" for number in range(5)]

    def next(self):
        self._number += 1
        draw = self._chance.randrange(100)
        for share, make in ((FACT_SHARE, self._fact), (PAYMENT_SHARE, self._payment), (POISON_SHARE, self._poison),
                            (HOT_SHARE, self._hot_key), (REPEAT_SHARE, self._repeat), (LATE_SHARE, self._late)):
            if draw < share:
                return make()
            draw -= share
        return self._complaint(f"C{self._series}-{self._number}")

    # ---- complaints

    def _complaint(self, identity, days=1, source=None, variant="1"):
        source = source or self._chance.choice(HOTLINES)
        message = self._submitted(source, identity, variant, self._data(identity, variant, days))
        self._sent.append(message)
        del self._sent[:-200]
        return message

    def _hot_key(self):
        """The same matter again and again: two of three say something new."""
        return self._complaint(
            self._chance.choice(self._hot), source=HOTLINES[0], variant=str(self._chance.randrange(self._number)))

    def _repeat(self):
        """What a hotline sends again that heard no answer: the same record."""
        if not self._sent:
            return self._complaint(f"C{self._series}-{self._number}")
        return self._chance.choice(self._sent)

    def _late(self):
        return self._complaint(f"L{self._series}-{self._number}", days=self._chance.randrange(400, 3000))

    def _data(self, identity, variant, days):
        chance = Random(f"{identity} {variant}")  # a repeat by content has the same words under another event
        person = self.planted.person(identity, variant)
        return {
            "externalId": identity, "channel": "HOTLINE_12345", "region": REGIONS[hash_of(identity) % len(REGIONS)],
            "category": CATEGORIES[hash_of(identity) % len(CATEGORIES)],
            "content": f"{person.words}：厂区{chance.randrange(10 ** 9)}号夜间排放，来电人{person.name}，电话{person.phone}。",
            "location": f"某工业园{chance.randrange(10 ** 9)}号", "occurredAt": instant(self._now - timedelta(days=days)),
            "reporter": {"name": person.name, "phone": person.phone}}

    def _submitted(self, source, identity, variant, data, **known):
        return self._event("complaints", "complaint.submitted", source, identity, data, "complaint", identity, variant, **known)

    def _poison(self):
        """What breaks the contract, in one of many ways, with a person in it all the same."""
        identity = f"P{self._series}-{self._number}"
        source, data = self._chance.choice(HOTLINES), self._data(identity, "1", 1)
        good = self._submitted(source, identity, "1", data)
        code = self._chance.choice(POISON)
        value, headers = good.value, good.headers
        event = json.loads(good.value)
        if code == "json-invalid":
            value, headers = good.value[:-20], [("content-type", b"application/cloudevents+json; charset=UTF-8")]
        elif code == "not-a-cloudevent":
            value = json.dumps(data, ensure_ascii=False).encode()
        elif code == "tombstone":
            value = None
        elif code == "utf8-invalid":
            value = good.value.decode().encode("gb18030")
            headers = [("content-type", b"application/cloudevents+json; charset=UTF-8")]
        elif code == "specversion-unsupported":
            value = json.dumps(event | {"specversion": "0.3"}, ensure_ascii=False).encode()
        elif code == "type-unknown":
            value = json.dumps(event | {"type": "ecoredress.complaint.imagined.v1"}, ensure_ascii=False).encode()
        elif code == "source-not-allowed":
            source = "/hotline/nobody"
            value = json.dumps(event | {"source": source}, ensure_ascii=False).encode()
        elif code == "field-missing":
            value = self._changed(event, remove="region")
        elif code == "region-unknown":
            value = self._changed(event, region="999999")
        elif code == "field-unknown-value":
            value = self._changed(event, category=f"imagined {data['reporter']['phone']}")
        elif code == "time-too-late":
            value = self._changed(event, occurredAt=instant(self._now + timedelta(days=60)))
        return Message("complaints", good.key, value, headers, "poison", source, identity, "1", good.event_id, code)

    @staticmethod
    def _changed(event, remove=None, **fields):
        data = {name: value for name, value in (event["data"] | fields).items() if name != remove}
        return json.dumps(event | {"data": data}, ensure_ascii=False).encode()

    # ---- facts and money

    def _fact(self):
        """A repeat, the decision of a penalty before or long after its filing, or an inspection of any day of two
        years."""
        draw = self._chance.randrange(10)
        if draw < 2 and self._facts:
            old = self._chance.choice(self._facts)
            again = self._chance.random() < 0.5  # the same record, or the same fact under a new event
            return old if again else self._event(
                old.topic, json.loads(old.value)["type"].split(".", 1)[1][:-3], old.source, old.key.decode(),
                json.loads(old.value)["data"], "fact", old.identity, old.variant, case=old.case)
        source = self._chance.choice(AGENCIES)
        identity, at = f"F{self._series}-{self._number}", self._now - timedelta(hours=self._chance.randrange(2, 17000))
        subject = firm(self._chance.randrange(40))
        data = {"factId": identity, "subjectKey": subject, "region": REGIONS[hash_of(subject) % len(REGIONS)]}
        case = ""
        if draw < 5:
            number = f"罚{self._series}-{self._number}"
            if self._early and self._chance.random() < 0.5:
                source, number = self._early.pop()
            kind, case = "penalty.filed", case_id(source, number)
            data |= {"filedAt": instant(at), "penaltyNumber": number, "factCodes": [self._chance.choice(FACTS)]}
            self._penalties.append((source, number, case))
        elif draw < 7:
            # Half of them of a penalty whose filing is yet to come, or never does.
            number = f"罚{self._series}-{self._number}"
            if self._penalties and draw == 5:
                source, number, _ = self._chance.choice(self._penalties)
            else:
                self._early.append((source, number))
            kind = "penalty.decided"
            data |= {"decidedAt": instant(at), "penaltyNumber": number, "decision": "fine", "fineFen": 100000,
                     "factCodes": [self._chance.choice(FACTS)]}
        else:
            kind, problems = "inspection.recorded", self._chance.random() < 0.6
            data |= {"inspectedAt": instant(at), "inspectionNumber": identity, "kind": "double-random", "onSite": True,
                     "problems": problems, "factCodes": [self._chance.choice(FACTS)] if problems else []}
        message = self._event("enforcement", kind, source, subject, data, "fact", identity, "1", case=case)
        self._facts = (self._facts + [message])[-100:]
        return message

    def _payment(self):
        """For a case that is known, that will be known, or that nobody will ever know; or told again under a new
        event."""
        if self._payments and self._chance.randrange(6) == 0:
            old = self._chance.choice(self._payments)
            return self._event(
                "payments", "payment.received", BANK, old.case, json.loads(old.value)["data"], "payment", old.identity, "1",
                amount=old.amount, case=old.case)
        known = self._penalties and self._chance.randrange(5) > 0
        case = self._chance.choice(self._penalties)[2] if known else str(uuid.UUID(int=self._chance.getrandbits(128)))
        identity, amount = f"B{self._series}-{self._number}", self._chance.randrange(1, 10 ** 7)
        message = self._event("payments", "payment.received", BANK, case, {
            "paymentNumber": identity, "caseId": case, "amountFen": amount, "payer": "obligor",
            "receivedAt": instant(self._now - timedelta(hours=self._chance.randrange(1, 48)))}, "payment", identity, "1",
            amount=amount, case=case)
        self._payments = (self._payments + [message])[-50:]
        return message

    def _event(self, topic, kind, source, key, data, what, identity, variant, **known):
        event_id = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
        event = {"specversion": "1.0", "id": event_id, "source": source, "type": f"ecoredress.{kind}.v1",
                 "time": instant(self._now), "data": data}
        return Message(topic, key.encode(), json.dumps(event, ensure_ascii=False).encode(), [], what, source, identity, variant,
                       event_id, **known)


POISON = (
    "json-invalid", "not-a-cloudevent", "tombstone", "utf8-invalid", "specversion-unsupported", "type-unknown",
    "field-missing", "region-unknown", "field-unknown-value", "time-too-late")


def hash_of(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])


def instant(at):
    return at.isoformat().replace("+00:00", "Z")


def firm(number):
    """A firm that does not exist, with a true check character (GB 32100-2015)."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91321100MA{number:07d}"
    total = sum(alphabet.index(character) * pow(3, index, 31) for index, character in enumerate(body))
    return f"uscc:{body}{alphabet[-total % 31]}"
