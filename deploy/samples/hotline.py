#!/usr/bin/env python3
"""A hotline publishes a complaint to Kafka and waits for its receipt.

usage: hotline.py EXTERNAL_ID TEXT [--region 360483] [--phone 13800000000] [--source /hotline/12345]

Needs confluent-kafka, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. Prints the receipt. Exit code 0
when the complaint became a petition (registered, duplicate or supplement), 2 when it was rejected, 1 when nothing is known.
"""

import argparse
import json
import os
import sys
import time
import uuid
from datetime import datetime, timezone

from confluent_kafka import Consumer, Producer, TopicPartition

BROKERS, PREFIX = os.environ["KAFKA_BOOTSTRAP_SERVERS"], os.environ["TOPIC_PREFIX"]
WAIT = 60  # seconds for the receipt


def publish(complaint, source):
    """Publishes one complaint; returns once the broker has acknowledged it: from then on it is safe."""
    failures = []
    producer = Producer({"bootstrap.servers": BROKERS, "enable.idempotence": True})
    attributes = {
        "specversion": "1.0", "id": str(uuid.uuid4()), "source": source,
        "type": "ecoredress.complaint.submitted.v1", "time": datetime.now(timezone.utc).isoformat(),
    }
    headers = [("content-type", b"application/json")] + [(f"ce_{n}", v.encode()) for n, v in attributes.items()]
    producer.produce(
        PREFIX + "complaints", json.dumps(complaint, ensure_ascii=False).encode(), key=complaint["externalId"],
        headers=headers, on_delivery=lambda error, _: failures.append(error) if error else None)
    if producer.flush(30) or failures:
        sys.exit(f"not acknowledged, send it again with the same id: {failures}")


def receipts_from_now():
    """A consumer that stands at the end of the receipts; whoever reads all of them keeps a group instead."""
    consumer = Consumer({
        "bootstrap.servers": BROKERS, "group.id": f"hotlines.sample-{uuid.uuid4()}", "enable.auto.commit": False,
        "isolation.level": "read_committed"})
    topic = PREFIX + "complaints.receipts"
    partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
    ends = [TopicPartition(topic, p, consumer.get_watermark_offsets(TopicPartition(topic, p), timeout=10)[1])
            for p in partitions]
    consumer.assign(ends)
    return consumer


def receipt(consumer, source, external_id):
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        message = consumer.poll(1.0)
        if message is None or message.error() or not message.value():
            continue
        value = json.loads(message.value())
        if (value.get("source"), value.get("externalId")) == (source, external_id):
            return value
    sys.exit(f"no receipt within {WAIT} s; the complaint is safe, look again later")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("external_id")
    parser.add_argument("text")
    parser.add_argument("--region", default="360483")
    parser.add_argument("--category", default="water")
    parser.add_argument("--phone")
    parser.add_argument("--source", default="/hotline/12345")
    options = parser.parse_args()
    complaint = {
        "externalId": options.external_id, "channel": "HOTLINE_12345", "region": options.region,
        "category": options.category, "content": options.text,
    }
    if options.phone:
        complaint["reporter"] = {"phone": options.phone}
    consumer = receipts_from_now()
    publish(complaint, options.source)
    found = receipt(consumer, options.source, options.external_id)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    consumer.close()
    sys.exit(2 if found["status"] == "rejected" else 0)


if __name__ == "__main__":
    main()
