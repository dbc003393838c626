"""Staff and a counter clerk at work over HTTP: what nobody repeats by itself when a database goes back in time."""

from play.world import Person, World

UNIT = {"procedure": "enforcement", "unit": "镇江市生态环境局"}


class Staff:
    def __init__(self, stack):
        urls = {f"{service.upper()}_URL": f"http://127.0.0.1:{stack.of(service)[0].port}" for service in stack.services}
        self._stack = stack
        self._world = World(urls | {
            "KAFKA_BOOTSTRAP_SERVERS": stack.bootstrap_servers, "TOPIC_PREFIX": stack.prefix,
            "ECOREDRESS_STATE": str(stack.state)})
        self._clerk: Person = self._world.person("rehearsal-clerk", "受理员", ["clerk"], ["321100"])

    def accept(self, petition):
        """Takes a petition on."""
        return self._clerk.post("petitions", f"/v1/petitions/{petition}/accept", UNIT)

    def take_in(self, message):
        """Takes a complaint in over HTTP, as from a counter; the petition's id."""
        return self._clerk.post("petitions", "/v1/petitions", message)["petitionId"]

    def to_be_accepted(self, count):
        """Petitions that nobody has taken on yet, the oldest first."""
        return [row["id"] for row in self._stack.database.rows(
            f"select id from petitions.petition where status = 'received' order by entry limit {count}")]

    def status(self, petition):
        rows = self._stack.database.rows(f"select status from petitions.petition where id = '{petition}'")
        return rows[0]["status"] if rows else None
