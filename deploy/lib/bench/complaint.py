"""The complaint that both sides are fed: the C program's own message, as the simplest hotline would send it.

Each is of a person and in words of its own: the same words again would be linked with the first, which is other work."""

import hashlib
import uuid

TOPIC, EVENTS = "complaints", "petitions"
RECEIVED = b"ecoredress.petition.received.v1"
SOURCE = "/hotline/12369"

_TEXT = (
    '{"specversion":"1.0","id":"%08x-0000-4000-%04x-%012x","source":"' + SOURCE + '",'
    '"type":"ecoredress.complaint.submitted.v1","time":"2026-01-06T08:%02d:00Z","data":{"externalId":"%s",'
    '"channel":"HOTLINE_12369","region":"360402","category":"water","content":'
    '"小区下水道堵塞，污水反流，气味刺鼻，已持续三天，影响居民正常生活，请尽快处理。现场照片见附件，来电人要求回访。来电%s。",'
    '"location":"庐山市某小区","occurredAt":"2026-01-05T08:00:00Z",'
    '"reporter":{"name":"王先生","phone":"13%09d"}}}')


def complaint(number, series):
    """The key and the value of one complaint; the series keeps the numbers of two parts of a run apart."""
    key = f"{series}-{number:08d}"
    variant = 0x8000 + ord(series)
    phone = ord(series) % 10 * 10**8 + number
    return key.encode(), (_TEXT % (number, variant, number, number % 60, key, key, phone)).encode()


def _version_5(namespace, name):
    return uuid.UUID(bytes=hashlib.sha1(namespace.bytes + name).digest()[:16], version=5)


_PETITIONS = _version_5(uuid.NAMESPACE_URL, b"urn:ecoredress:petition")


def petition_id(key):
    """The id that the petition of a complaint will have: it follows from source and external id (netstrings)."""
    name = b"".join(b"%d:%b," % (len(part), part) for part in (SOURCE.encode(), key))
    return str(_version_5(_PETITIONS, name)).encode()
