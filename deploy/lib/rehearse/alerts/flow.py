"""Alerts about what flows through: outbox, timers, connections, batches."""

import threading
import time

from .trials import trial


@trial("OutboxOld")
def outbox_old(desk):
    """Petitions reaches Kafka no more, while complaints come in over HTTP."""
    desk.trouble("petitions", "broker", away=True)
    desk.complain(5)
    yield
    desk.command("petitions", "outbox", "status")
    desk.readyz("petitions")
    desk.log("petitions", "the relay stopped and starts again")
    desk.calm("petitions", "broker")
    desk.say("the way to Kafka is open again; nothing else is done")


@trial("EventsLate")
def events_late(desk):
    """The same, for longer than ten seconds."""
    desk.trouble("petitions", "broker", away=True)
    desk.complain(5)
    yield
    desk.command("petitions", "outbox", "status")
    desk.calm("petitions", "broker")
    desk.say("the way to Kafka is open again")


@trial("TimersLate")
def timers_late(desk):
    """Somebody holds the rows of the clocks that are due, in a transaction that stays open."""
    desk.complain(20)
    holder = desk.holder("select from petitions.timer where due_at < now() + interval '1 minute' for update")
    yield
    desk.log("petitions", "timer")
    desk.readyz("petitions")
    waiting = desk.database.rows("select * from pg_locks where not granted")
    desk.say(f"pg_locks, not granted: {len(waiting)}")
    for row in desk.database.rows(
            "select pid, application_name, now() - xact_start as since, left(query, 80) as query from pg_stat_activity"
            " where state = 'idle in transaction' order by xact_start"):
        desk.say(f"idle in transaction: {row}")
    desk.database.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'somebody'")
    holder.kill()
    holder.wait(10)
    desk.say("the session is ended")


@trial("DatabasePoolExhausted")
def pool_exhausted(desk):
    """Somebody holds the table of petitions, and forty visitors ask for lists."""
    holder = desk.holder("lock table petitions.petition in access exclusive mode")
    visitors = desk.visitors(40)
    yield
    for row in desk.database.rows("select state, wait_event_type as waits, count(*) from pg_stat_activity"
                                  " where usename = 'petitions' group by 1, 2"):
        desk.say(f"pg_stat_activity: {row}")
    desk.end_blockers()
    holder.kill()
    holder.wait(10)
    desk.say(f"answers meanwhile: {visitors.told()}")
    time.sleep(3)
    visitors.leave()
    desk.say(f"answers afterwards: {visitors.told()}")


@trial("BatchesSlow")
def batches_slow(desk):
    """Somebody takes the table of petitions for six seconds, again and again, while complaints come in."""
    stop, sender = threading.Event(), desk.rehearsal.sender

    def lock():
        while not stop.is_set():
            desk.database.run("begin; lock table petitions.petition in share mode; select pg_sleep(6); commit")
            time.sleep(0.2)
    thread = threading.Thread(target=lock, daemon=True)
    thread.start()
    sender.go_on()
    yield
    for row in desk.database.rows("select pid, usename, now() - xact_start as since, state, left(query, 60) as query"
                                  " from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid()"
                                  " order by xact_start limit 3"):
        desk.say(f"pg_stat_activity: {row}")
    stop.set()
    thread.join(20)
    desk.say("what held the table is ended; complaints go on")
    time.sleep(20)
    sender.rest()


@trial("PublishingSlow")
def publishing_slow(desk):
    """The broker answers each of petitions' requests a second later, while complaints come in over HTTP."""
    desk.trouble("petitions", "broker", delay=1.0)
    visitors = threading.Event()

    def complain():
        while not visitors.is_set():
            desk.complain()
            time.sleep(0.5)
    thread = threading.Thread(target=complain, daemon=True)
    thread.start()
    yield
    desk.command("petitions", "outbox", "status")
    desk.calm("petitions", "broker")
    desk.say("the broker answers as before")
    time.sleep(20)
    visitors.set()
    thread.join(20)
