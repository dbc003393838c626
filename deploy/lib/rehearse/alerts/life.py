"""Alerts about the life of a replica."""

import socket
import subprocess
import time

from confluent_kafka import Producer

from .trials import trial


@trial("PartUnhealthy")
def part_unhealthy(desk):
    """Compensation reaches PostgreSQL no more: its connections break and none is taken."""
    desk.trouble("compensation", "database", away=True)
    yield
    desk.readyz("compensation")
    desk.calm("compensation", "database")
    desk.say("the way to PostgreSQL is open again; nothing else is done")


@trial("ServiceRestarts")
def service_restarts(desk):
    """The replica of scoring is killed three times and comes back."""
    replica = desk.stack.of("scoring")[0]
    for _ in range(3):
        replica.kill()
        replica.start().until_ready()
        time.sleep(3)
    yield
    desk.readyz("scoring")
    desk.say("it is killed no more")


@trial("MemoryNearLimit")
def memory_near_limit(desk):
    """Somebody let petitions' consumer hold half a gigabyte, and large complaints come in while PostgreSQL is slow."""
    desk.settings("petitions", KAFKA_CONSUMER_QUEUED_MAX_MESSAGES_KBYTES="524288")
    desk.trouble("petitions", "database", delay=0.3)
    producer = Producer({"bootstrap.servers": desk.stack.bootstrap_servers, "queue.buffering.max.kbytes": 1_000_000})
    for number in range(1500):  # 600 MB
        producer.produce(f"{desk.stack.prefix}complaints", b" " * 400_000, f"large-{number}")
    producer.flush(120)
    yield
    held = [metric(replica, "process_resident_memory_bytes") for replica in desk.stack.of("petitions")]
    desk.say(f"process_resident_memory_bytes: {', '.join(f'{size / 1e6:.0f} MB' for size in held)}")
    desk.calm("petitions", "database")
    desk.settings("petitions", KAFKA_CONSUMER_QUEUED_MAX_MESSAGES_KBYTES=None)
    desk.say("PostgreSQL is as quick as before, the setting is what it was, and the replica is started anew")


def metric(replica, name):
    lines = replica.asks("/metrics", limit=10)[1].decode().splitlines()
    return max(float(line.split()[-1]) for line in lines if line.startswith(name))


@trial("FilesNearLimit")
def files_near_limit(desk):
    """A replica of petitions may open so many files as it has and a few more, and clients connect and say nothing."""
    replica = desk.stack.of("petitions")[0]
    limit = len(list_of_files(replica)) + 60
    subprocess.run(["prlimit", f"--pid={replica.process.pid}", f"--nofile={limit}:{limit}"], check=True)
    clients = [socket.create_connection(("127.0.0.1", replica.port)) for _ in range(55)]
    yield
    desk.say(f"{len(list_of_files(replica))} of {limit} files are open")
    for client in clients:
        client.close()
    replica.stop()
    replica.start().until_ready()
    desk.say("the replica is ended and started anew, with the limit it had before; the clients are gone")


def list_of_files(replica):
    return subprocess.run(["ls", f"/proc/{replica.process.pid}/fd"], capture_output=True, text=True, check=True).stdout.split()
