"""A small history in which every promise is kept, for the tests to spoil."""

from chaos.history import History, Inbound, Outgoing, Record, Sent
from chaos.identity import case_id, cause_id, petition_id, submission_id

HOTLINE, AGENCY, BANK = "/hotline/12345", "/enforcement/desk", "/payments/bank"
FIRM = "uscc:91321100MA0000000L"
PETITION = petition_id(HOTLINE, "C-1")
CASE = case_id(AGENCY, "罚1")
PAYMENT, MESSAGE = "payment-row", "message-row"
COMPLAINT, FACT, MONEY = cause_id(HOTLINE, "e-1"), cause_id(AGENCY, "e-6"), cause_id(BANK, "e-7")


def history():
    """One complaint, sent again, added to, and one that breaks the contract; a penalty that opens a case; money for it;
    the message to the petitioner. Built anew for each test."""
    sent = [
        Sent("complaints", "complaint", HOTLINE, "C-1", "1", "e-1", "sha-1", 0, 0),
        Sent("complaints", "complaint", HOTLINE, "C-1", "1", "e-1", "sha-1", 0, 1),
        Sent("complaints", "complaint", HOTLINE, "C-1", "2", "e-2", "sha-2", 0, 2),
        Sent("complaints", "poison", HOTLINE, "P-1", "1", "e-3", "sha-3", 1, 0, code="region-unknown"),
        Sent("enforcement", "fact", AGENCY, "F-1", "1", "e-6", "sha-6", 3, 0, case=CASE),
        Sent("payments", "payment", BANK, "B-1", "1", "e-7", "sha-7", 5, 0, amount=700, case=CASE)]
    records = _receipts() + _events() + _states()
    return History(
        sent=sent, inbound=[Inbound(s.topic, s.partition, s.offset, s.sha256) for s in sent], records=records,
        outbox=[Outgoing("any", number, record.topic, record.key, record.id) for number, record in enumerate(records, 1)],
        petitions=[{"id": PETITION, "number": "2026-1", "source": HOTLINE, "external_id": "C-1", "region": "321102",
                    "status": "received", "category": "water", "supplements": 1, "event": COMPLAINT, "sequence": 3,
                    "due_at": "2026-12-01", "missed_at": None, "attention_at": "2026-12-01"}],
        supplements={PETITION: 1},
        facts=[{"id": "fact-row", "subject": FIRM, "source": AGENCY, "external_id": "F-1"}],
        ratings=[{"subject": FIRM, "region": "321102", "score": 8000, "colour": "yellow", "sequence": 1}],
        cases=[{"id": CASE, "number": "C2026-1", "region": "321102", "status": "clue", "sequence": 2, "due_at": "2026-12-01",
                "is_overdue": False, "correlation": FACT, "penalty_source": AGENCY, "penalty_number": "罚1"}],
        payments=[{"id": PAYMENT, "source": BANK, "payment_number": "B-1", "case_id": CASE, "amount_fen": 700}],
        entries=[{"payment_id": PAYMENT, "kind": "receipt", "debit": "bank", "credit": "case", "amount_fen": 700, "case_id": CASE}],
        totals=[{"account": "bank", "debit": 700, "credit": 0}, {"account": "case", "debit": 0, "credit": 700}],
        messages=[{"id": MESSAGE, "petition_id": PETITION, "subject": PETITION, "status": "delivered", "cause": COMPLAINT,
                   "under_way": False}],
        letters=[{"service": "petitions", "topic": "ecoredress.complaints", "partition": 1, "record_offset": 0,
                  "ordering_key": "x", "state": "rejected", "code": "region-unknown", "message": "no such region"}],
        timers=[{"service": "petitions", "kind": "petition.clocks", "subject": "day", "due_at": "2026-12-01", "late": False}],
        depths={"petitions-1": 0})


def _receipts():
    def receipt(offset, partition, sha, status, event, sequence, code=None):
        place = submission_id("ecoredress.complaints", partition, offset, sha)
        data = {"status": status, "record": {"topic": "ecoredress.complaints", "partition": partition, "offset": offset},
                "recordSha256": sha} | ({"violation": {"code": code}} if code else {})
        identity = "P-1" if code else "C-1"
        return Record("complaints.receipts", partition, offset, f"{HOTLINE} {identity}", "receipt.issued", event, identity,
                      sequence, place if code else COMPLAINT, place, data)

    return [receipt(0, 0, "sha-1", "registered", "r-1", 1), receipt(1, 0, "sha-1", "duplicate", "r-2", 2),
            receipt(2, 0, "sha-2", "supplement", "r-3", 3), receipt(0, 1, "sha-3", "rejected", "r-4", 0, "region-unknown")]


def _events():
    def event(topic, offset, key, kind, number, sequence, correlation, causation, **data):
        return Record(topic, 2, offset, key, kind, number, key, sequence, correlation, causation, data)

    added = cause_id(HOTLINE, "e-2")
    return [
        event("petitions", 0, PETITION, "petition.received", "p-1", 1, COMPLAINT, COMPLAINT, petitionId=PETITION, dueDates=[1]),
        event("petitioner-messages", 0, PETITION, "petitioner-message.requested", "m-1", 1, COMPLAINT, COMPLAINT, messageId=MESSAGE),
        event("petitions", 1, PETITION, "petition.supplemented", "p-2", 2, COMPLAINT, added),
        event("notifications", 0, PETITION, "notification.queued", "n-1", 1, COMPLAINT, f"message:{MESSAGE}:queued", messageId=MESSAGE),
        event("notifications", 1, PETITION, "notification.delivered", "n-2", 2, COMPLAINT, f"message:{MESSAGE}:0.1.0",
              messageId=MESSAGE),
        event("petitions", 2, PETITION, "petition.contacted", "p-3", 3, COMPLAINT, "n-2", messageId=MESSAGE),
        event("scores", 0, FIRM, "score.changed", "s-1", 1, FACT, FACT),
        event("compensations", 0, CASE, "compensation.clue-opened", "c-1", 1, FACT, FACT),
        event("compensations", 1, CASE, "compensation.paid", "c-2", 2, FACT, MONEY, paymentId=PAYMENT)]


def _states():
    def state(topic, offset, key, number, sequence, root, **data):
        return Record(topic, 4, offset, key, "state-recorded", number, key, sequence, root, root, data | {"sequence": sequence})

    petition = {"status": "received", "region": "321102", "category": "water", "petitionNumber": "2026-1"}
    return [
        state("state.petitions", 0, PETITION, "t-1", 1, COMPLAINT, **petition),
        state("state.petitions", 1, PETITION, "t-2", 3, COMPLAINT, **petition),
        state("state.ratings", 0, FIRM, "t-3", 1, FACT, colour="yellow", region="321102", score=80),
        state("state.compensations", 0, CASE, "t-4", 2, FACT, status="clue", region="321102", caseNumber="C2026-1", overdue=False)]
