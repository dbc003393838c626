#!/usr/bin/env python3
"""An agency that starts from nothing and then follows: first the latest state of everything, then the news.

usage: agency.py [--state state.ratings] [--events scores] [--until-current]

Needs confluent-kafka, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. Prints a line for each subject as it
stands, then one for each event; with --until-current it ends when it has caught up, and prints how many subjects it knows.

The recipe: note the ends of the event topic; read the state topic to its ends, keeping the newest value of each key with its
sequence; then read the event topic from where it was noted, leaving out what the state already includes (a sequence
that is not higher). Nothing is missed and nothing is counted twice.
"""

import argparse
import json
import os
import sys
import uuid

from confluent_kafka import Consumer, KafkaError, TopicPartition

BROKERS, PREFIX = os.environ["KAFKA_BOOTSTRAP_SERVERS"], os.environ["TOPIC_PREFIX"]


def consumer():
    return Consumer({
        "bootstrap.servers": BROKERS, "group.id": f"agencies.sample-{uuid.uuid4()}", "enable.auto.commit": False,
        "isolation.level": "read_committed", "enable.partition.eof": True})


def bounds(client, topic):
    """Each partition's beginning and end."""
    names = client.list_topics(topic, timeout=10).topics[topic].partitions
    return {p: client.get_watermark_offsets(TopicPartition(topic, p), timeout=10) for p in names}


def sequence(message):
    headers = dict(message.headers() or [])
    return int(headers.get("ce_sequence", b"0"))


def kind(message):
    return dict(message.headers() or []).get("ce_type", b"").decode()


def read(client, topic, starts, ends=None):
    """The records from these offsets on; when ends are given, only to there."""
    client.assign([TopicPartition(topic, p, offset) for p, offset in starts.items()])
    left = {p for p in starts if ends is None or ends[p] > starts[p]}
    while left:
        message = client.poll(1.0)
        if message is None:
            continue
        error = message.error()
        if error and error.code() == KafkaError._PARTITION_EOF:
            # All that is committed so far has been read; the last offsets may be the broker's own marks.
            if ends is not None:
                left.discard(message.partition())
            continue
        if error:
            sys.exit(f"reading {topic}: {error}")
        yield message


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--state", default="state.ratings")
    parser.add_argument("--events", default="scores")
    parser.add_argument("--until-current", action="store_true")
    options = parser.parse_args()
    client = consumer()
    events = PREFIX + options.events
    noted = {p: high for p, (_, high) in bounds(client, events).items()}

    state, topic = {}, PREFIX + options.state
    around = bounds(client, topic)
    for message in read(client, topic, {p: low for p, (low, _) in around.items()}, {p: h for p, (_, h) in around.items()}):
        key = message.key().decode()
        if message.value() is None:  # the subject is gone
            state.pop(key, None)
        else:
            state[key] = (sequence(message), json.loads(message.value()))
    for key, (number, value) in sorted(state.items()):
        print(f"{key} #{number} {json.dumps(value, ensure_ascii=False)}", flush=True)

    ends = {p: high for p, (_, high) in bounds(client, events).items()} if options.until_current else None
    for message in read(client, events, noted, ends):
        key, number = message.key().decode(), sequence(message)
        known = state.get(key, (0, None))[0]
        if number > known:  # otherwise the state includes it
            state[key] = (number, state.get(key, (0, None))[1])
            print(f"{key} #{number} {kind(message)} {message.value().decode()}", flush=True)
    print(f"current: {len(state)} subjects", flush=True)
    client.close()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
