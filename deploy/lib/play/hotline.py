"""A hotline's intake system: publishes complaints and knows nothing else of EcoRedress."""

import json
import uuid
from datetime import datetime, timezone

from confluent_kafka import Producer

from .world import Missing

TYPE = "ecoredress.complaint.submitted.v1"


class Hotline:
    def __init__(self, world, name):
        self.world, self.source, self.name = world, f"/hotline/{name}", name
        self._producer = Producer({
            "bootstrap.servers": world.bootstrap_servers, "enable.idempotence": True, "linger.ms": 0,
            "message.timeout.ms": 20000})

    def publish(self, complaint, event_id=None, structured=False):
        """Publishes one complaint and waits for the broker's word; the event's id. In binary mode the attributes are
        headers; in structured mode the whole event is one JSON value, which any tool can send."""
        event_id = event_id or str(uuid.uuid4())
        attributes = {
            "specversion": "1.0", "id": event_id, "source": self.source, "type": TYPE,
            "time": datetime.now(timezone.utc).isoformat().replace("+00:00", "Z")}
        if structured:
            value = {**attributes, "datacontenttype": "application/json", "data": complaint}
            headers = [("content-type", b"application/cloudevents+json; charset=UTF-8")]
        else:
            value = complaint
            headers = [("content-type", b"application/json")]
            headers += [(f"ce_{name}", text.encode()) for name, text in attributes.items()]
        failures = []
        self._producer.produce(
            self.world.topic("complaints"), json.dumps(value, ensure_ascii=False).encode(),
            key=complaint["externalId"].encode(), headers=headers,
            on_delivery=lambda error, _: failures.append(str(error)) if error else None)
        if self._producer.flush(25) or failures:
            raise Missing(f"the broker did not take the complaint {complaint['externalId']}: {failures}")
        return event_id
