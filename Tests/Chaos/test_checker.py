"""The checker itself: nothing is said of a history in which all is well, and exactly what is wrong of one that is
spoilt."""

import unittest
from dataclasses import replace

from chaos.checker import CHECKS, findings
from chaos.history import Hidden, Record
from Chaos import good


def record(history, event):
    """Where a record of this id is in a history."""
    return next(index for index, found in enumerate(history.records) if found.id == event)


class Spoilt(unittest.TestCase):
    def setUp(self):
        self.history = good.history()

    def says(self, *wanted):
        """That exactly this is found: pairs of what it is called and whom it is about."""
        found = findings(self.history)
        self.assertEqual(sorted((one.check, one.key) for one in found), sorted(wanted), "\n".join(map(str, found)))

    def drop(self, event, also_row=False):
        found = self.history.records.pop(record(self.history, event))
        if also_row:
            self.history.outbox = [row for row in self.history.outbox if row.event_id != event]
        return found

    def change(self, event, **values):
        index = record(self.history, event)
        self.history.records[index] = replace(self.history.records[index], **values)


class TopicTests(Spoilt):
    def test_nothing_is_said_of_a_good_history(self):
        self.says()

    def test_an_event_that_was_never_published(self):
        self.drop("t-1")
        self.says(("unpublished", good.PETITION))

    def test_an_event_twice(self):
        self.history.records.append(replace(self.history.records[record(self.history, "t-4")], offset=9))
        self.says(("doubled", "t-4"))

    def test_two_events_in_each_others_place(self):
        one, two = record(self.history, "p-1"), record(self.history, "p-2")
        records = self.history.records
        records[one], records[two] = replace(records[two], offset=0), replace(records[one], offset=1)
        # The second number comes first, and then the first one.
        self.says(("gap", good.PETITION), ("inverted", good.PETITION), ("inverted", good.PETITION))

    def test_order_on_a_topic_without_numbers(self):
        one, two = record(self.history, "r-1"), record(self.history, "r-2")
        records = self.history.records
        records[one], records[two] = records[two], records[one]
        self.says(("inverted", f"{good.HOTLINE} C-1"))

    def test_a_number_left_out(self):
        self.drop("p-2", also_row=True)
        self.says(("gap", good.PETITION))

    def test_an_event_that_was_taken_back_in_the_database(self):
        self.history.outbox = [row for row in self.history.outbox if row.event_id != "r-2"]
        self.says(("uncommitted", f"{good.HOTLINE} C-1"))

    def test_the_same_events_again_after_the_broker_lost_its_data(self):
        again = [replace(found, era=1) for found in self.history.records]
        self.history.records += again
        self.says()


class OutcomeTests(Spoilt):
    def test_a_complaint_without_a_receipt(self):
        self.drop("r-2", also_row=True)
        self.says(("lost", "C-1"))

    def test_a_complaint_with_two_receipts(self):
        twice = replace(self.history.records[record(self.history, "r-4")], id="r-5", offset=7)
        self.history.records.append(twice)
        self.history.outbox.append(replace(self.history.outbox[-1], topic=twice.topic, key=twice.key, event_id="r-5", number=99))
        self.says(("doubled", "P-1"))

    def test_a_repeat_that_was_taken_for_something_new(self):
        data = self.history.records[record(self.history, "r-2")].data
        data["status"] = "supplement"
        self.says(("wrong verdict", "C-1"))

    def test_the_same_again_in_the_same_place_after_the_broker_lost_its_data(self):
        self.history.sent.append(replace(self.history.sent[0], era=1))
        self.history.inbound.append(replace(self.history.inbound[0], era=1))
        first = self.history.records[record(self.history, "r-1")]
        self.history.records += [replace(found, era=1) for found in self.history.records]
        self.history.records.append(
            replace(first, id="r-9", offset=9, era=1, sequence=9, data=first.data | {"status": "duplicate"}))
        self.history.outbox.append(replace(self.history.outbox[-1], topic=first.topic, key=first.key, event_id="r-9", number=99))
        self.says()
        self.history.records[-1].data["status"] = "registered"
        self.says(("wrong verdict", "C-1"))

    def test_a_refusal_for_another_reason(self):
        data = self.history.records[record(self.history, "r-4")].data
        data["violation"]["code"] = "json-invalid"
        self.says(("wrong verdict", "P-1"))

    def test_a_refused_record_that_is_not_kept(self):
        self.history.letters.clear()
        self.says(("lost", "P-1"))

    def test_a_petition_that_is_not_there(self):
        self.history.petitions.clear()
        self.says(("lost", "C-1"), ("unequal", good.PETITION))

    def test_a_petition_of_nobody(self):
        row = self.history.petitions[0] | {"id": "stranger", "external_id": "X", "sequence": 0}
        self.history.petitions.append(row)
        self.says(("imagined", "stranger"), ("no date", "X"))

    def test_more_material_that_was_left_out(self):
        self.history.supplements.clear()
        self.says(("wrong effect", "C-1"))

    def test_a_record_that_the_broker_lost(self):
        self.history.inbound = [found for found in self.history.inbound if found.topic != "payments"]
        self.says(("lost by the broker", "B-1"))


class EffectTests(Spoilt):
    def test_a_fact_that_is_not_in_the_ledger(self):
        self.history.facts.clear()
        self.says(("lost", "F-1"))

    def test_a_fact_that_is_there_twice(self):
        self.history.facts *= 2
        self.says(("doubled", "F-1"))

    def test_a_penalty_without_a_case(self):
        self.history.cases.clear()
        self.says(("lost", "F-1"), ("unequal", good.CASE))

    def test_money_that_is_booked_twice(self):
        self.history.entries *= 2
        self.says(("wrong effect", "B-1"), ("wrong effect", good.PAYMENT), ("unbalanced", "bank"), ("unbalanced", "case"))

    def test_money_that_vanished(self):
        self.history.payments.clear()
        self.says(("lost", "B-1"))

    def test_books_that_do_not_balance(self):
        self.history.totals[0]["debit"] += 1
        self.says(("unbalanced", "the one account"), ("unbalanced", "bank"))

    def test_money_that_was_told_of_twice(self):
        twice = replace(self.history.records[record(self.history, "c-2")], id="c-3", sequence=3, offset=2)
        self.history.records.append(twice)
        self.history.outbox.append(replace(self.history.outbox[-1], topic=twice.topic, key=twice.key, event_id="c-3", number=99))
        self.says(("wrong effect", good.PAYMENT))

    def test_a_message_without_its_contact(self):
        self.drop("p-3", also_row=True)
        self.says(("wrong effect", good.MESSAGE))

    def test_a_message_whose_next_attempt_is_yet_to_come(self):
        self.drop("n-2", also_row=True)
        self.change("p-3", causation=good.COMPLAINT)
        self.says(("wrong effect", good.MESSAGE))
        self.history.messages[0]["under_way"] = True
        self.says()

    def test_what_is_held_back(self):
        self.history.letters.append(self.history.letters[0] | {"state": "parked", "ordering_key": "K", "code": "handler-failed"})
        self.says(("held", "K"))

    def test_a_timer_that_did_not_fire(self):
        self.history.timers[0]["late"] = True
        self.says(("overdue", "day"))

    def test_a_backlog_that_is_none(self):
        self.history.depths["petitions-1"] = 2
        self.says(("false backlog", "petitions-1"))


class StateTests(Spoilt):
    def test_a_state_that_says_something_else(self):
        data = self.history.records[record(self.history, "t-2")].data
        data["status"] = "accepted"
        self.says(("unequal", good.PETITION))

    def test_a_score_that_says_something_else(self):
        self.history.ratings[0]["score"] = 7500
        self.says(("unequal", good.FIRM))

    def test_a_row_without_a_state(self):
        self.drop("t-4", also_row=True)
        self.says(("unequal", good.CASE))

    def test_an_open_petition_without_a_date(self):
        self.history.petitions[0]["due_at"] = None
        self.says(("no date", "C-1"))

    def test_an_open_case_without_a_date(self):
        self.history.cases[0]["due_at"] = None
        self.says(("no date", "C2026-1"))


class CauseTests(Spoilt):
    def test_an_event_that_follows_from_nothing(self):
        self.change("s-1", causation="00000000-0000-0000-0000-000000000000")
        self.says(("no cause", good.FIRM))

    def test_an_event_whose_root_nobody_sent(self):
        self.change("c-1", correlation="00000000-0000-0000-0000-000000000000")
        self.says(("no root", good.CASE))

    def test_a_clock_of_a_case_that_is_not_there(self):
        self.change("c-2", causation="clock:nowhere:1")
        self.says(("no cause", good.CASE))

    def test_a_clock_of_a_case_that_is_there(self):
        self.change("c-2", causation=f"clock:{good.CASE}:1")
        self.says()

    def test_the_calendar_needs_no_complaint(self):
        event = Record("petitions", 7, 0, "check", "monthly-check.committed", "k-1", "check", 1, "check", "monthly-check:check:1")
        self.history.records.append(event)
        self.history.outbox.append(replace(self.history.outbox[-1], topic="petitions", key="check", event_id="k-1", number=99))
        self.says()

    def test_what_follows_from_the_calendar_needs_none_either(self):
        self.change("n-2", correlation="digest:unit:321102")
        self.says()

    def test_what_follows_from_the_calendar_alone(self):
        self.change("n-2", correlation="digest:unit:321102", causation="message:nowhere:0.1.0")
        self.says(("no cause", good.PETITION))


class SecrecyTests(Spoilt):
    def test_a_leak(self):
        self.history.leaks.append(Hidden("log of petitions-1", "19901234567"))
        self.says(("leak", "19901234567"))


class EveryCheckTests(unittest.TestCase):
    def test_no_check_is_blind_of_an_empty_world(self):
        """A history in which things were sent and nothing came of them breaks every promise about what must be
        there."""
        history = good.history()
        for name in ("records", "outbox", "petitions", "facts", "cases", "payments", "letters", "messages"):
            getattr(history, name).clear()
        named = {finding.check for finding in findings(history)}
        self.assertLessEqual({"lost", "unequal"}, named)
        self.assertGreater(len(CHECKS), 12)


if __name__ == "__main__":
    unittest.main()
