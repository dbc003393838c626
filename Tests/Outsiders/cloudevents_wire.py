"""Events over the wire as a stranger's tools see them: the CloudEvents SDK for Python, an independent Kafka client, jsonschema.

usage: cloudevents_wire.py send COUNT             COUNT complaints in either mode, written by the SDK, onto the topic of complaints
       cloudevents_wire.py read TOPIC…            every record of the topics, as the SDK understands it
       cloudevents_wire.py listen PORT            a webhook; the first line printed is "listening"

`read` and `listen` fetch the schema from the address that the event names as `dataschema`, compare its `$id` with the type, and
hold the data against it. Prints a line of JSON for each event: its attributes, the mode it came in, and under "faults" what is
wrong. Brokers and the beginning of topics' names are in KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX.
"""
import json
import os
import sys
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cloudevents.core.bindings import http, kafka
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, Producer, TopicPartition
from jsonschema import Draft202012Validator

PROMISED = ["subject", "time", "dataschema", "sequence", "correlationid", "causationid"]
schemas = {}


def schema(address):
    if address not in schemas:
        with urllib.request.urlopen(address, timeout=20) as answer:
            if answer.headers["content-type"] != "application/schema+json":
                raise ValueError(f"{address} is {answer.headers['content-type']}")
            schemas[address] = json.load(answer)
    return schemas[address]


def told(event, mode):
    attributes = event.get_attributes()
    faults = [f"{name} is missing" for name in PROMISED if name not in attributes]
    if not faults:
        try:
            found = schema(attributes["dataschema"])
            if found["$id"] != f"urn:ecoredress:schema:{attributes['type']}":
                faults.append(f"the schema is that of {found['$id']}")
            faults += [error.message for error in Draft202012Validator(found).iter_errors(event.get_data())]
        except (OSError, ValueError) as error:
            faults.append(str(error))
    shown = {name: str(value) for name, value in attributes.items()}
    # One write, since webhooks are answered side by side.
    sys.stdout.write(json.dumps({"attributes": shown, "mode": mode, "faults": faults}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def send(count):
    producer = Producer({"bootstrap.servers": os.environ["KAFKA_BOOTSTRAP_SERVERS"], "enable.idempotence": True})
    for number in range(count):
        complaint = {
            "externalId": f"sdk-{number}", "channel": "HOTLINE_12345", "region": "360483", "category": "water",
            "content": f"河水变黑，有刺激气味。{number}"}
        event = CloudEvent({
            "type": "ecoredress.complaint.submitted.v1", "source": "/hotline/12345",
            "datacontenttype": "application/json"}, complaint)
        write = kafka.to_binary if number % 2 == 0 else kafka.to_structured
        message = write(event, JSONFormat())
        producer.produce(
            os.environ["TOPIC_PREFIX"] + "complaints", message.value, key=complaint["externalId"],
            headers=list(message.headers.items()))
    if producer.flush(30):
        sys.exit("not acknowledged")


def read(topics):
    consumer = Consumer({
        "bootstrap.servers": os.environ["KAFKA_BOOTSTRAP_SERVERS"], "group.id": "wire", "enable.auto.commit": False,
        "isolation.level": "read_committed", "enable.partition.eof": True})
    for topic in topics:
        for number in consumer.list_topics(topic, timeout=20).topics[topic].partitions:
            consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING)])
            while True:
                record = consumer.poll(30)
                if record is None:
                    sys.exit(f"{topic} {number} has no end")
                if record.error():
                    if record.error().code() == KafkaError._PARTITION_EOF:
                        break
                    sys.exit(str(record.error()))
                if record.value() is not None:
                    take(record)
    consumer.close()


def take(record):
    headers = dict(record.headers() or [])
    message = kafka.KafkaMessage(headers=headers, key=record.key(), value=record.value())
    mode = "structured" if b"cloudevents" in headers.get("content-type", b"") else "binary"
    told(kafka.from_kafka(message, JSONFormat()), mode)


class Webhook(BaseHTTPRequestHandler):
    def do_OPTIONS(self):
        self.send_response(204)
        self.send_header("webhook-allowed-origin", self.headers.get("webhook-request-origin", ""))
        self.send_header("webhook-allowed-rate", "*")
        self.end_headers()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        mode = "binary" if "ce-id" in headers else "structured"
        told(http.from_http(http.HTTPMessage(headers=headers, body=body), JSONFormat()), mode)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def listen(port):
    server = ThreadingHTTPServer(("127.0.0.1", port), Webhook)
    print("listening", flush=True)
    server.serve_forever()


match sys.argv[1]:
    case "send": send(int(sys.argv[2]))
    case "read": read(sys.argv[2:])
    case "listen": listen(int(sys.argv[2]))
