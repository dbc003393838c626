"""One effect for each event that came in: facts in the ledger, money on the account, messages, contacts; and books that
balance."""

from collections import Counter, defaultdict

from ..history import Finding


def facts(history):
    """Each (source, factId) stands in the ledger of scoring once."""
    wanted = {(sent.source, sent.identity): sent for sent in history.sent if sent.topic == "enforcement" and not sent.code}
    rows = Counter((row["source"], row["external_id"]) for row in history.facts)
    yield from _once("fact", wanted, rows)


def cases(history):
    """Each penalty that was filed has opened one compensation case."""
    wanted = {sent.case: sent for sent in history.sent if sent.topic == "enforcement" and sent.case}
    yield from _once("compensation case", wanted, Counter(row["id"] for row in history.cases))


def payments(history):
    """Each (source, paymentNumber) is booked once, with its amount."""
    wanted = {(sent.source, sent.identity): sent for sent in history.sent if sent.topic == "payments" and not sent.code}
    yield from _once("payment", wanted, Counter((row["source"], row["payment_number"]) for row in history.payments))
    received = defaultdict(list)
    for row in history.entries:
        if row["debit"] == "bank":
            received[row["payment_id"]].append(row["amount_fen"])
    for row in history.payments:
        sent = wanted.get((row["source"], row["payment_number"]))
        if sent and received[row["id"]] != [sent.amount]:
            yield Finding("wrong effect", sent.identity, sent.place,
                          f"{sent.amount} fen came in, the account has {received[row['id']]} from it")


def books(history):
    """Debits are credits; each account is the sum of its entries; money waits in suspense or belongs to a case."""
    totals = {row["account"]: row["debit"] - row["credit"] for row in history.totals}
    if sum(totals.values()):
        yield Finding("unbalanced", "the one account", "", f"the accounts add up to {sum(totals.values())} fen, not 0")
    sums = defaultdict(int)
    for row in history.entries:
        sums[row["debit"]] += row["amount_fen"]
        sums[row["credit"]] -= row["amount_fen"]
    for account in sorted(totals.keys() | sums.keys()):
        if totals.get(account, 0) != sums[account]:
            yield Finding("unbalanced", account, "", f"its entries add up to {sums[account]} fen, its balance says {totals.get(account, 0)}")
    paid = Counter(record.data["paymentId"] for record in history.present if record.type == "compensation.paid")
    booked = Counter(row["payment_id"] for row in history.entries if row["credit"] == "case" and row["payment_id"])
    for payment in sorted(paid.keys() | booked.keys()):
        if paid[payment] != booked[payment]:
            yield Finding("wrong effect", payment, "", f"booked {booked[payment]} times on a case, told {paid[payment]} times")


def messages(history):
    """Each message that petitions asks for is sent once, told once, and recorded as a contact once; unless its next
    attempt is yet to come, since a message that failed or whose worker died waits for two minutes and more."""
    def of(kind):
        return Counter(record.data["messageId"] for record in history.present if record.type == kind)

    rows = Counter(row["id"] for row in history.messages)
    under_way = {row["id"] for row in history.messages if row["under_way"]}
    asked, contacted = of("petitioner-message.requested"), of("petition.contacted")
    ended = of("notification.delivered") + of("notification.failed")
    for message in sorted(asked.keys() - under_way):
        for what, found in (("rows", rows), ("ends told", ended), ("contacts recorded", contacted)):
            if found[message] != 1:
                yield Finding("wrong effect", message, "", f"{found[message]} {what} for a message to a petitioner, not 1")
    for message in sorted(rows.keys() - asked.keys() - under_way):
        if ended[message] != 1:
            yield Finding("wrong effect", message, "", f"{ended[message]} ends told for a message, not 1")


def rest(history):
    """Nothing is held back, nothing that was due is still to be done."""
    for row in history.letters:
        if row["state"] in ("parked", "waiting"):
            yield Finding("held", row["ordering_key"], f"{row['topic']}/{row['partition']}/{row['record_offset']}",
                          f"{row['service']} holds it back: {row['code']}, {row['message']}")
    for row in history.timers:
        if row["late"]:
            yield Finding("overdue", row["subject"], "", f"{row['service']} has a timer {row['kind']} of {row['due_at']} that did not fire")
    for replica, depth in history.depths.items():
        if depth != 0:
            yield Finding("false backlog", replica, "/metrics", f"says that {depth} events wait to be published, at rest")


def _once(what, wanted, rows):
    for identity, sent in wanted.items():
        if rows[identity] != 1:
            check = "lost" if not rows[identity] else "doubled"
            yield Finding(check, sent.identity, sent.place, f"{rows[identity]} rows of this {what}, not 1")
    for identity in rows.keys() - wanted.keys():
        yield Finding("imagined", str(identity), "", f"a {what} that nobody told of")


CHECKS = (facts, cases, payments, books, messages, rest)
