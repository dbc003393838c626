"""What happens to the two servers: they restart, end sessions, wait for somebody's locks, have no room left."""

import os
import signal
import subprocess
import time

from .kinds import fault

TABLES = ("outbox", "consumer_position", "inbox", "timer", "outbox_tick", "outbox_published", "dead_letter", "audit")


def ended(session, limit=90):
    """Ends a session and waits for it. One that has to wait for its lock may take as long as the transaction before it: a batch
    that is taken in message by message, each over a slow link. What there is to say of one that was cut off."""
    session.stdin.close()
    try:
        session.wait(limit)
        return ""
    except subprocess.TimeoutExpired:
        session.kill()
        session.wait()
        return f", cut off after {limit} s of waiting for a lock"


@fault("broker-restart", 2)
def broker_restart(run, chance):
    """The broker is asked to end while nothing is under way, saves what it holds, and is back after up to three
    seconds. A kill -9 would lose what the local broker acknowledged; one that is ended within a transaction forgets
    whose it is, and nobody ever reads on behind it: no service's fault."""
    run.settle()
    run.stack.server("stop", "broker")
    time.sleep(chance.uniform(0, 3))
    run.sender.go_on()
    run.stack.server("start", "broker")
    run.burst(chance)
    return ""


@fault("postgres-fast", 2)
def postgres_fast(run, chance):
    """PostgreSQL is restarted as an operator does it: sessions are ended, everything is written."""
    run.burst(chance)
    run.stack.server("stop", "postgres")
    time.sleep(chance.uniform(0, 2))
    run.stack.server("start", "postgres")
    return ""


@fault("postgres-immediate", 3)
def postgres_immediate(run, chance):
    """PostgreSQL ends at once, as when the machine loses its power, and recovers from its log."""
    run.burst(chance)
    pid = run.stack.pid_of("postgres")
    os.kill(pid, signal.SIGQUIT)
    run.stack.until("PostgreSQL ends at SIGQUIT", lambda: not os.path.exists(f"/proc/{pid}"), 30)
    run.stack.server("start", "postgres")
    return ""


@fault("sessions-ended", 4)
def sessions_ended(run, chance):
    """pg_terminate_backend for half of the services' sessions, twice."""
    run.burst(chance)
    for _ in range(2):
        run.stack.database.run(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename <> 'postgres' and backend_type = 'client backend'"
            f" and pid % 2 = {chance.randrange(2)}")
        time.sleep(chance.uniform(0.1, 1))
    return ""


@fault("locked", 3)
def locked(run, chance):
    """Somebody holds a whole table of a service; for longer than lock_timeout in one of three cases."""
    service, table = chance.choice(sorted(run.stack.services)), chance.choice(TABLES)
    seconds = 12 if chance.randrange(3) == 0 else chance.uniform(1, 4)
    session = run.stack.database.session()
    session.stdin.write(f"begin; lock table {service}.{table} in access exclusive mode;\n")
    session.stdin.flush()
    run.burst(chance)
    time.sleep(seconds)
    return f"{service}.{table}, {seconds:.0f} s{ended(session)}"


@fault("deadlock", 3)
def deadlock(run, chance):
    """Somebody locks the rows that batches move, one by one and the other way round, until PostgreSQL ends one of the
    two."""
    service = chance.choice(sorted(run.stack.services))
    session = run.stack.database.session()
    for _ in range(4):
        session.stdin.write(f"""begin;
            do $$ declare one record; begin
              for one in select topic, partition from {service}.consumer_position order by topic desc, partition desc loop
                perform from {service}.consumer_position p where p.topic = one.topic and p.partition = one.partition for update;
                perform pg_sleep(0.02);
              end loop; end $$;
            rollback;\n""")
    session.stdin.flush()
    run.burst(chance)
    run.burst(chance)
    return service + ended(session)


@fault("serialization", 3)
def serialization(run, chance):
    """PostgreSQL calls one in three statements that write to a table of a service a serialization failure (40001), for one to
    four seconds."""
    service = chance.choice(sorted(run.stack.services))
    table = f"{service}.{chance.choice(('outbox', 'inbox', 'consumer_position', 'timer', 'audit'))}"
    database = run.stack.database
    database.run("""
        create schema if not exists chaos;
        create or replace function chaos.fail_to_serialize() returns trigger language plpgsql as $$ begin
          if random() < 0.33 then
            raise exception 'could not serialize access, as chaos has it' using errcode = 'serialization_failure';
          end if;
          return null;
        end $$;""" + f"""
        create trigger fail_to_serialize before insert or update on {table}
          for each statement execute function chaos.fail_to_serialize()""")
    try:
        run.burst(chance)
        time.sleep(chance.uniform(1, 4))
        run.burst(chance)
    finally:
        database.run(f"drop trigger fail_to_serialize on {table}")
    return table
