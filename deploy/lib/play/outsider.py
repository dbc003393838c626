"""A system outside EcoRedress: publishes CloudEvents to a topic and knows nothing else of it."""

import json
import uuid

from confluent_kafka import Producer

from .cast import instant
from .world import Missing


class Outsider:
    def __init__(self, world, source):
        self.world, self.source = world, source
        self._producer = Producer({
            "bootstrap.servers": world.bootstrap_servers, "enable.idempotence": True, "linger.ms": 0,
            "message.timeout.ms": 20000})

    def tell(self, topic, kind, key, data, event_id=None, structured=False):
        """Publishes one event and waits for the broker's word; the event's id. In binary mode the attributes are
        headers; in structured mode the whole event is one JSON value, which any tool can send."""
        event_id = event_id or str(uuid.uuid4())
        attributes = {
            "specversion": "1.0", "id": event_id, "source": self.source, "type": f"ecoredress.{kind}.v1",
            "time": instant(self.world.business_now())}
        if structured:
            value = {**attributes, "datacontenttype": "application/json", "data": data}
            headers = [("content-type", b"application/cloudevents+json; charset=UTF-8")]
        else:
            value = data
            headers = [("content-type", b"application/json")]
            headers += [(f"ce_{name}", text.encode()) for name, text in attributes.items()]
        failures = []
        self._producer.produce(
            self.world.topic(topic), json.dumps(value, ensure_ascii=False).encode(), key=key.encode(), headers=headers,
            on_delivery=lambda error, _: failures.append(str(error)) if error else None)
        if self._producer.flush(25) or failures:
            raise Missing(f"the broker did not take {kind} {key}: {failures}")
        return event_id
