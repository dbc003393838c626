"""Alerts about the life of a replica."""

import socket
import subprocess
import threading
import time

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
    """Two hundred and forty clients each send petitions a body of a megabyte but for its end, again and again."""
    replica = desk.stack.of("petitions")[0]
    head = (f"POST /v1/petitions HTTP/1.1\r\nHost: petitions\r\nAuthorization: Bearer {desk.person('hotline').token}\r\n"
            "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n").encode()
    stop = threading.Event()

    def send():
        while not stop.is_set():
            with socket.create_connection(("127.0.0.1", replica.port)) as client:
                client.sendall(head + b" " * 990_000)
                stop.wait(30)
    clients = [threading.Thread(target=send, daemon=True) for _ in range(240)]
    for client in clients:
        client.start()
    yield
    desk.say(f"process_resident_memory_bytes: {metric(replica, 'process_resident_memory_bytes') / 1e6:.0f} MB")
    stop.set()
    for client in clients:
        client.join(20)
    replica.stop()
    replica.start().until_ready()
    desk.say("the clients are kept away, and the replica is ended and started anew")


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
