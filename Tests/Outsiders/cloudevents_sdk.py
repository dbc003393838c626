"""What the CloudEvents SDK for Python makes of our events, and events as it writes them.

Reads JSON lines {"headers": {name: text}, "value": text, "mode": "binary" | "structured"} and writes a line for each:
{"attributes": {…}, "data": …, "binary": {"headers": …, "value": …}, "structured": {"headers": …, "value": …}}: the event as
the SDK understands it, and the same event written by the SDK in both modes.
"""
import datetime
import json
import sys

from cloudevents.core.bindings.kafka import KafkaMessage, from_kafka, to_binary, to_structured
from cloudevents.core.formats.json import JSONFormat


def shown(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    return value


def written(message):
    return {"headers": {name: value.decode() for name, value in message.headers.items()}, "value": message.value.decode()}


for line in sys.stdin:
    record = json.loads(line)
    headers = {name: value.encode() for name, value in record["headers"].items()}
    event = from_kafka(KafkaMessage(headers=headers, key=None, value=record["value"].encode()), JSONFormat())
    print(json.dumps({
        "attributes": {name: shown(value) for name, value in event.get_attributes().items()},
        "data": event.get_data(),
        "binary": written(to_binary(event, JSONFormat())),
        "structured": written(to_structured(event, JSONFormat())),
    }, ensure_ascii=False))
