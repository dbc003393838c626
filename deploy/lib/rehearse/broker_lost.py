"""The broker loses all its data, after all of it was taken in: events come again from the outboxes, states from the tables."""

import time


def play(rehearsal, _):
    stack, topics = rehearsal.stack, rehearsal.witness.topics
    rehearsal.traffic(10)
    rehearsal.settle()
    topics.read()
    before = list(topics.records)
    rehearsal.step(f"the topics hold {len(before)} records of the services")
    lose(rehearsal)

    began = time.monotonic()
    for replica in stack.replicas:
        replica.start()
    stack.until("the topics are there again", topics.all_there, 90)
    rehearsal.step(f"noticed without a command: the topics are there again after {time.monotonic() - began:.0f} s")
    rehearsal.sender.come_back()
    rehearsal.traffic(5)
    rehearsal.settle()
    topics.read()
    compare(rehearsal, before, [record for record in topics.records if record.era == stack.era])
    rehearsal.judge()


def lose(rehearsal):
    """The services are ended meanwhile: the local broker takes records of a producer that it does not know, and never ends that
    one's transaction, where Apache Kafka refuses it."""
    stack = rehearsal.stack
    rehearsal.sender.leave()
    stack.end_all()
    stack.server("wipe", "broker")
    stack.era += 1
    stack.server("start", "broker")
    rehearsal.witness.topics.forget_positions()
    rehearsal.step("the broker has lost everything: topics, records, positions of relays and of groups")


def compare(rehearsal, before, after):
    """What was there is there again, once and for each key in its order; of states the newest of each key counts."""
    def events(records):
        found = {}
        for record in records:
            if not record.topic.startswith("state."):
                found.setdefault((record.topic, record.key), []).append(record.id)
        return found

    old, new = events(before), events(after)
    differing = [key for key, ids in old.items() if new.get(key, [])[:len(ids)] != ids]
    count = sum(map(len, old.values()))
    rehearsal.holds(not differing, f"{count} events of {len(old)} keys are there again, each once and in the order they had",
                    f"not those of {len(differing)} keys, such as {differing[:1]}")
    keys = {(record.topic, record.key) for record in before if record.topic.startswith("state.")}
    missing = keys - {(record.topic, record.key) for record in after}
    rehearsal.holds(not missing, f"the state topics have a record for each of the {len(keys)} keys they had",
                    f"{len(missing)} are missing")
