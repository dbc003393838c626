"""What happens to data: offsets are deleted, a disk is full, a broker loses all, a database goes back in time.
Afterwards exactly the commands that deploy/docs/operators.md names."""

import os
import time

from bench.process import Trouble
from confluent_kafka import ConsumerGroupTopicPartitions, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient

from ..sender import SILENT
from ..topics import READERS
from .kinds import fault

# Topics of events that one service writes alone, and twice their partitions at first.
GROWING = {"petitions": "petitions", "scores": "scoring", "compensations": "compensation", "notifications": "notifications"}
GROWN = 24


@fault("offsets-deleted", 2)
def offsets_deleted(run, chance):
    """The positions that Kafka keeps are gone: those of a service's relay are deleted, those of its consumers set to
    the beginning (the local broker never gives a group's members up, so it deletes no group that had any). PostgreSQL's
    positions win, and what the topics hold is not published again."""
    service = chance.choice(sorted(run.stack.services))
    replicas = [replica for replica in run.stack.replicas if replica.service == service]
    run.burst(chance)
    for replica in replicas:
        replica.ask_to_end()
    for replica in replicas:
        replica.has_ended()
    run.burst(chance)
    client = AdminClient({"bootstrap.servers": run.stack.bootstrap_servers}, logger=SILENT)
    group = run.stack.prefix + service
    answers = list(client.delete_consumer_groups([f"{group}.relay"], request_timeout=20).values())
    places = [TopicPartition(run.stack.prefix + topic, partition, 0)
              for topic in READERS[service] for partition in run.witness.topics.partitions(topic)]
    answers += client.alter_consumer_group_offsets([ConsumerGroupTopicPartitions(group, places)], request_timeout=20).values()
    without = ""
    for answer in answers:
        try:
            answer.result(30)
        except KafkaException as error:
            if error.args[0].code() != KafkaError.GROUP_ID_NOT_FOUND:
                raise
            without = ", whose relay had none"
    for replica in replicas:
        replica.start()
    return service + without


@fault("topic-grows", 2)
def topic_grows(run, chance):
    """A topic of events is given twice its partitions by the command for it, under load: half of its keys move to another
    partition, behind which their readers must not fall back or run ahead."""
    small = [topic for topic in GROWING if len(run.witness.topics.partitions(topic)) < GROWN]
    if not small:
        return "left out: all have grown"
    for thaw in run.frozen.values():
        thaw.join()  # it would be waited for
    topic = chance.choice(small)
    # What stands in the partitions that there are is read before what follows in others.
    run.witness.topics.read()
    run.burst(chance)
    try:
        run.stack.command(GROWING[topic], "grow", run.stack.prefix + topic, "--partitions", str(GROWN), "--patience", "90s",
                          "--actor", "chaos", "--reason", "chaos")
    except Trouble as trouble:
        if "is read:" not in str(trouble):
            raise
        return f"{topic}, not grown: somebody had not read it all in time"
    run.burst(chance)
    return topic


@fault("disk-full", 1)
def disk_full(run, chance):
    """No room is left where PostgreSQL writes, for three to six seconds; PostgreSQL may end for it, and is started
    again then."""
    if not run.stack.small_disk:
        return "left out: PostgreSQL's data are on no file system of their own here (root and mount are needed)"
    ballast = run.stack.small_disk / "ballast"
    room = os.statvfs(run.stack.small_disk)
    run.burst(chance)
    with open(ballast, "wb") as file:
        try:
            os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize)
        except OSError:
            pass
    # A log file that is there already has room in it: a burst alone would fit.
    try:
        run.stack.database.run("create table public.filler as select repeat(md5(n::text), 100) from generate_series(1, 200000) n")
    except Trouble:
        pass
    run.burst(chance)
    time.sleep(chance.uniform(3, 6))
    ballast.unlink()
    died = not run.stack.is_running("postgres")
    if died:
        run.stack.server("start", "postgres")
    run.stack.until("PostgreSQL has room again", run.stack.database.answers, 60)
    run.stack.database.run("drop table if exists public.filler")
    return "PostgreSQL ended and was started again" if died else ""


@fault("broker-wiped", 0)
def broker_wiped(run, chance):
    """The broker loses everything, after all of it was taken in: what was not is nobody's any more. Topics, events and
    states must come again by themselves. The last fault of a round, since all of it takes a while."""
    run.settle()
    run.witness.topics.read()
    run.sender.leave()
    # The services are ended meanwhile, as an operator does: the local broker takes records of a producer it does not know,
    # and never ends that one's transaction, where Apache Kafka refuses it.
    run.stack.end_all()
    run.stack.server("wipe", "broker")
    run.stack.era += 1
    run.stack.server("start", "broker")
    run.witness.topics.forget_positions()
    for replica in run.stack.replicas:
        replica.start()
    run.stack.until("the topics are there again", run.witness.topics.all_there, 90)
    run.sender.come_back()
    return ""


@fault("database-restored", 0, excepted="a proof of contact that is read before its petition is registered anew is dropped")
def database_restored(run, chance):
    """PostgreSQL goes back to a copy made a while ago, in which nothing is known of what was taken in since. The
    operator says `outbox recover` for each service, as documented."""
    run.stack.server("stop", "postgres")
    run.stack.copy_database()
    run.stack.server("start", "postgres")
    for _ in range(3):
        run.burst(chance)
        time.sleep(2)
    run.sender.rest()
    run.stack.end_all()
    run.stack.server("stop", "postgres")
    run.stack.restore_database()
    run.stack.server("start", "postgres")
    for replica in run.stack.replicas:
        replica.start()
    run.stack.until("publishing stops and says so", run.stack.says_restored, 60)
    for service in sorted(run.stack.services):
        run.stack.command(service, "outbox", "recover")
    return ""
