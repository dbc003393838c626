"""Our own case, the whole loop: a severe finding about a firm with a code, from the call to the agency's webhook."""

import secrets

from .cast import JIUJIANG, XUNYANG, Cast, ago
from .codes import unified_social_credit_code
from .hotline import Hotline
from .story import PATIENCE, Moment, Story
from .world import Missing


class WholeLoop(Story):
    title = "自编案例 暗管排污 · a hidden pipe: finding, red, clue, and an agency's signed webhook"

    def __init__(self, world, observer, agency):
        super().__init__(world, observer)
        self.receiver = agency
        # A code that no firm has yet.
        self.subject = "uscc:" + unified_social_credit_code(XUNYANG, f"{secrets.randbelow(10 ** 6):06d}")
        self.subscription, self.hooks = None, []

    def play(self):
        """However it ends, nobody goes on calling an agency that is no longer there."""
        super().play()
        if self.subscription:
            self.cast.agency.post("notifications", f"/v1/subscriptions/{self.subscription}/disable", {})

    def subscribe(self):
        """The agency asks to be told, staff approve; only then is anything sent."""
        self.cast = Cast(self.world)
        types = ["ecoredress.petition.verified.v1", "ecoredress.colour.changed.v1", "ecoredress.compensation."]
        asked = self.cast.agency.post(
            "notifications", "/v1/subscriptions", {"url": self.receiver.url, "types": types, "regions": [JIUJIANG]})
        self.subscription, self.receiver.secret = asked["id"], asked["secret"]
        self.did(self.cast.agency.title, "POST /v1/subscriptions", f"订阅查实、变色、赔偿事件，回调 {self.receiver.url}")
        self.cast.operator.post("notifications", f"/v1/subscriptions/{self.subscription}/approve", {})
        self.did(self.cast.operator.title, "POST …/approve", "批准订阅")
        self.addresses.append(f"{self.world.urls['notifications']}/v1/subscriptions/{self.subscription}")

    def register(self):
        self.submit(Hotline(self.world, "12345"), {
            "externalId": f"JJ-{self.world.run}", "channel": "HOTLINE_12345", "region": XUNYANG, "category": "water",
            "content": "厂区后墙有暗管，夜间向水沟排放黑水，有强烈刺激气味。", "location": "浔阳区某工业园",
            "occurredAt": ago(self.world, days=2), "subject": {"uscc": self.subject.removeprefix("uscc:")},
            "reporter": {"name": "周先生", "phone": "13870209003"}})
        self.contact(1)

    def accept(self):
        self.step(self.cast.clerk, "accept", {"procedure": "enforcement"}, "受理", "petition.accepted")
        self.contact(2)

    def assign(self):
        self.step(
            self.cast.clerk, "assign", {"lead": "九江市生态环境保护综合执法支队"}, "支队办理", "petition.assigned")

    def handle(self):
        finding = {
            "subjectKey": self.subject, "factCodes": ["ILLEGAL_DISCHARGE"], "factAt": ago(self.world, days=1),
            "damageSuspected": True, "article": "水污染防治法 第三十九条"}
        self.step(
            self.cast.handler, "handle",
            {"outcome": "measures-ordered", "measures": ["责令立即停止排污，封堵暗管"], "findings": [finding]},
            "夜间突击检查，发现暗管", "petition.handled")

    def verify(self):
        self.step(
            self.cast.handler, "verify", {"verified": True}, "监测超标，查实", "petition.verified",
            subjectKey=self.subject, factCodes=["ILLEGAL_DISCHARGE"], damageSuspected=True)

    def score(self):
        changed = self.sees("score.changed", subjectKey=self.subject, petitionId=self.petition, origin="petition")
        if not changed.data["score"] < changed.data["scoreBefore"] or not changed.data["derivation"]:
            raise Missing(f"the deduction cannot be followed: {changed.data}", "scoring")
        red = self.sees("colour.changed", subjectKey=self.subject, colour="red")
        if red.attributes.get("colour") != "red" or red.attributes.get("region") != XUNYANG:
            raise Missing(f"subscribers cannot filter colour.changed: {red.attributes}", "scoring")
        self.sees("rating.state-recorded", topic="state.ratings", subjectKey=self.subject, colour="red")
        path = f"/v1/subjects/{self.subject}"
        self.becomes(self.cast.agency, "scoring", path, "the firm is red", lambda shown: shown.get("colour") == "red")
        self.addresses.append(f"{self.world.urls['scoring']}{path}/explanation")

    def clue(self):
        opened = self.sees(
            "compensation.clue-opened", clueSource="petition", petitionId=self.petition, subjectKey=self.subject)
        self.case = opened.data["caseId"]
        self.addresses.append(f"{self.world.urls['compensation']}/v1/cases/{self.case}")

    def file(self):
        """The preliminary check finds damage: the clue becomes a case."""
        self.did(self.cast.leader.title, "POST …/check", "初步核查：有损害，立案")
        self.cast.leader.post("compensation", f"/v1/cases/{self.case}/check", {"damaged": True})
        self.sees("compensation.filed", caseId=self.case)
        self.sees("compensation.state-recorded", topic="state.compensations", caseId=self.case, status="filed")

    def webhooks(self):
        """The agency is told of each by a delivery of its own, and each signature is right."""
        for name in ("petition.verified", "colour.changed", "compensation.clue-opened", "compensation.filed"):
            event = self.sees(name)
            delivery = self.receiver.wait(lambda found, event=event: told(found) == event.id, PATIENCE)
            if delivery is None:
                got = [found.body.get("type") for found in self.receiver.deliveries]
                raise Missing(
                    f"the agency's webhook did not get {name} {event.id} within {PATIENCE} s; "
                    f"believed: {got}; refused: {self.receiver.refused}", "notifications")
            self.hooks.append(delivery)
            self.moments.append(Moment(delivery.at, "→ " + self.cast.agency.title, f"webhook {name}", "验签通过"))

    def told_back(self):
        """What became of the case stands on the petition."""
        def is_told(shown):
            results = [outcome["result"] for outcome in shown["file"].get("outcomes", [])]
            return {"red", "clue-opened", "filed"} <= set(results)

        self.becomes(
            self.cast.clerk, "petitions", f"/v1/petitions/{self.petition}",
            "the firm is red, and a clue was opened and filed", is_told)

    def answer(self):
        self.step(
            self.cast.handler, "conclude", {"verdict": "support"}, "答复举报人", "petition.concluded", onTime=True)
        self.contact(3)

    def recheck(self):
        self.step(
            self.cast.supervisor, "re-check", {"passed": True, "onSite": True, "unit": "九江市生态环境局"},
            "现场复查：暗管已封堵", "petition.rechecked", passed=True)

    def publish(self):
        self.step(
            self.cast.leader, "publish", {"published": True, "summary": "浔阳区一企业私设暗管排污，已立案查处。"},
            "核准摘要后公开", "petition.published", published=True)

    def call_back(self):
        self.step(
            self.cast.clerk, "call-back", {"reached": True, "satisfied": True}, "回访举报人", "petition.called-back",
            satisfied=True)

    def archive(self):
        self.step(
            self.cast.clerk, "archive", {"fileNumber": f"JJ-{self.world.run}"}, "归档", "petition.archived", contacts=3)
        self.sees(
            "petition.state-recorded", topic="state.petitions", status="archived", compensationCaseId=self.case)

    steps = (
        ("订阅 subscribe", subscribe), ("登记 register", register), ("受理 accept", accept), ("交办 assign", assign),
        ("处置 handle", handle), ("查实 verify", verify), ("积分 score", score), ("赔偿线索 clue", clue),
        ("立案 file", file), ("推送 webhooks", webhooks), ("反馈 told back", told_back), ("办结 conclude", answer),
        ("复查 re-check", recheck), ("公开 publish", publish), ("回访 call back", call_back), ("归档 archive", archive))


def told(delivery):
    """The id of the event that a delivery tells."""
    return delivery.body.get("id")
