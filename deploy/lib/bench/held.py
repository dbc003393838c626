"""The relay held still: its locks in another session's hands, as when another replica had them."""

import hashlib

from .database import Session, ask


def hold_relay(environment, service="petitions"):
    """A session that has every shard of the service's relay until it is closed."""
    url, prefix = environment["DATABASE_URL"], environment["TOPIC_PREFIX"]
    locks = [f"select pg_advisory_lock({lock_key(prefix, service, shard)});" for shard in range(shards(url))]
    return Session(url, "set idle_session_timeout = 0;", *locks)


def shards(url):
    """How many shards the outbox has; the service's first start makes them."""
    return int(ask(url, "select count(distinct shard) from outbox_tick")[0])


def lock_key(prefix, service, shard):
    """As TopicPrefix.lockKey makes it."""
    digest = hashlib.sha256(f"{prefix}{service}/relay.{shard}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
