"""What happens on the way: connections break at a byte, an answer is lost after the deed, all is slow, nobody
answers."""

import time

from .kinds import fault

PATIENCE = 4  # seconds that a link waits for something to break


def _until_struck(run, chance, link):
    """Whether something came along in time that the link could break."""
    before = link.trouble.struck
    deadline = time.monotonic() + PATIENCE
    while link.trouble.struck == before and time.monotonic() < deadline:
        run.burst(chance, 10)
        time.sleep(0.1)
    struck = link.trouble.struck > before
    link.calm()
    return f"{link.name}" + ("" if struck else ", nothing came along")


def _link(run, chance, server):
    return getattr(run.victim(chance), server)


def _cut(run, chance, server):
    link = _link(run, chance, server)
    link.trouble.cut_after = chance.choice((1, 4, chance.randrange(5, 200), chance.randrange(200, 50000)))
    return _until_struck(run, chance, link)


def _swallow(run, chance, server):
    link = _link(run, chance, server)
    link.trouble.swallow = True
    return _until_struck(run, chance, link)


@fault("cut-kafka", 4)
def cut_kafka(run, chance):
    """A connection to Kafka breaks after so many bytes of answers, in the middle of one."""
    return _cut(run, chance, "broker")


@fault("cut-postgres", 4)
def cut_postgres(run, chance):
    """A connection to PostgreSQL breaks after so many bytes of answers, in the middle of one."""
    return _cut(run, chance, "database")


@fault("lost-ack-kafka", 5)
def lost_ack_kafka(run, chance):
    """Kafka does what it is asked (produce, offsets in a transaction, its end), and the answer never arrives."""
    return _swallow(run, chance, "broker")


@fault("lost-ack-postgres", 5)
def lost_ack_postgres(run, chance):
    """PostgreSQL commits, and the service never hears of it."""
    return _swallow(run, chance, "database")


@fault("slow", 3)
def slow(run, chance):
    """Each piece takes 5 to 80 ms longer, for one replica and one server."""
    link = _link(run, chance, chance.choice(("broker", "database")))
    link.trouble.delay = chance.uniform(0.005, 0.08)
    run.burst(chance)
    time.sleep(3)
    link.calm()
    return link.name


@fault("throttle", 3)
def throttle(run, chance):
    """No more than 10 to 100 kB a second, for one replica and one server."""
    link = _link(run, chance, chance.choice(("broker", "database")))
    link.trouble.rate = chance.uniform(10e3, 100e3)
    run.burst(chance)
    time.sleep(3)
    link.calm()
    return link.name


@fault("apart", 4)
def apart(run, chance):
    """One replica reaches one server no more, for 1 to 8 seconds; the others go on."""
    link = _link(run, chance, chance.choice(("broker", "database")))
    link.trouble.away = True
    link.cut()
    run.burst(chance)
    time.sleep(chance.uniform(1, 8))
    link.calm()
    return link.name
