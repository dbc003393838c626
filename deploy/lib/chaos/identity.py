"""The ids that follow from what outsiders send: an outsider can work them out, so the checker knows them without
asking."""

import uuid


def _version_5(namespace, *parts):
    return str(uuid.uuid5(namespace, "".join(f"{len(part.encode())}:{part}," for part in parts)))


_PETITIONS, _CAUSES = (uuid.uuid5(uuid.NAMESPACE_URL, f"urn:ecoredress:{name}") for name in ("petition", "cause"))


def petition_id(source, external_id):
    return _version_5(_PETITIONS, source, external_id)


def cause_id(source, event_id):
    """The id by which an outsider's event is a cause."""
    return _version_5(_CAUSES, source, event_id)


def submission_id(topic, partition, offset, sha256):
    """The id of a record by its place in the log and by what it holds."""
    return cause_id(topic, f"{partition}/{offset}/{sha256}")


def delayed_id(topic, partition, offset, sha256):
    return cause_id("delayed", submission_id(topic, partition, offset, sha256))


def case_id(source, penalty_number):
    parts = ("penalty", source, penalty_number)
    return _version_5(_CAUSES, "compensation", "".join(f"{len(part.encode())}:{part}," for part in parts))
