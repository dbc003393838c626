"""E2E-2, the sand washing of Gongqingcheng: a letter about a workshop without any licence, so without a code."""

from urllib.parse import quote

from .cast import GONGQINGCHENG, Cast, ago
from .hotline import Hotline
from .story import Story
from .world import Missing


class Gongqingcheng(Story):
    title = "E2E-2 共青城违规洗砂 · illegal sand washing in Gongqingcheng"

    def register(self):
        self.cast = Cast(self.world)
        self.site = f"某水泥制品厂{self.world.run}"
        self.submit(Hotline(self.world, "12369-postal-box"), {
            "externalId": f"GQ-{self.world.run}", "channel": "POSTAL_BOX", "region": GONGQINGCHENG,
            "category": "water", "categories": ["water", "air", "ecology"],
            "content": "水泥制品厂违规洗砂，污水直排厂内深坑，渗入地下，附近井水变浑，请查处。",
            "location": "共青城市某村", "subject": {"siteName": self.site},
            "reporter": {"name": "侯先生", "phone": "13870209002", "address": "江西省共青城市（详细地址略）"},
        }, structured=True)
        self.contact(1)

    def accept(self):
        self.step(self.cast.clerk, "accept", {"procedure": "enforcement"}, "市局受理", "petition.accepted")
        self.contact(2)

    def transfer(self):
        self.step(
            self.cast.clerk, "transfer", {"to": "共青城生态环境局", "toRegion": GONGQINGCHENG, "supervised": True},
            "立刻转办属地，市局督办", "petition.transferred", toRegion=GONGQINGCHENG, supervised=True)

    def handle(self):
        finding = {
            "siteName": self.site, "factCodes": ["SANLUANWU", "DUST_UNCONTROLLED"], "factAt": ago(self.world, days=1),
            "damageSuspected": True, "category": "water"}
        self.step(
            self.cast.county_handler, "handle",
            {"outcome": "measures-ordered", "findings": [finding],
             "measures": ["无营业执照、无环保手续，无防尘措施，责令停产", "不符合地方产业规划，业主自行拆除"]},
            "到厂检查：“散乱污”，停产", "petition.handled", outcome="measures-ordered")

    def verify(self):
        verified = self.step(
            self.cast.county_handler, "verify", {"verified": True}, "查实，怀疑地下水受损", "petition.verified",
            damageSuspected=True)
        self.subject = verified.data.get("subjectKey", "")
        if not self.subject.startswith(f"site:{GONGQINGCHENG}:"):
            raise Missing(f"the subject without a code is {self.subject!r}, not site:{GONGQINGCHENG}:…", "petitions")

    def score(self):
        """Illegal works count against the place as against a firm."""
        self.sees("colour.changed", subjectKey=self.subject, colour="red")
        self.sees("rating.state-recorded", topic="state.ratings", subjectKey=self.subject, colour="red")
        self.addresses.append(f"{self.world.urls['scoring']}/v1/subjects/{quote(self.subject, safe=':')}/explanation")

    def clue(self):
        opened = self.sees("compensation.clue-opened", clueSource="petition", petitionId=self.petition)
        self.case = opened.data["caseId"]
        if not opened.data.get("dueDates"):
            raise Missing("the clue has no date by which it must be checked", "compensation")
        self.sees("compensation.state-recorded", topic="state.compensations", caseId=self.case, status="clue")
        self.addresses.append(f"{self.world.urls['compensation']}/v1/cases/{self.case}")

    def answer(self):
        self.step(
            self.cast.handler, "conclude", {"verdict": "support"}, "书面答复侯先生", "petition.concluded", onTime=True)
        self.contact(3)

    def recheck(self):
        self.step(
            self.cast.supervisor, "re-check", {"passed": True, "onSite": True, "unit": "九江市生态环境局"},
            "市局到现场复查：设备已拆除", "petition.rechecked", passed=True, onSite=True)

    def publish(self):
        self.step(
            self.cast.leader, "publish",
            {"published": True, "summary": "共青城市一水泥制品加工点无证照生产，已停产并自行拆除。"}, "核准摘要后公开",
            "petition.published", published=True)

    def call_back(self):
        self.step(
            self.cast.clerk, "call-back", {"reached": True, "satisfied": True}, "回访侯先生", "petition.called-back",
            satisfied=True)

    def archive(self):
        self.step(
            self.cast.clerk, "archive", {"fileNumber": f"GQ-{self.world.run}"}, "归档", "petition.archived", contacts=3)
        self.sees("petition.state-recorded", topic="state.petitions", status="archived", compensationCaseId=self.case)

    steps = (
        ("登记 register", register), ("受理 accept", accept), ("转办 transfer", transfer), ("处置 handle", handle),
        ("查实 verify", verify), ("积分 score", score), ("赔偿线索 clue", clue), ("办结 conclude", answer),
        ("复查 re-check", recheck), ("公开 publish", publish), ("回访 call back", call_back), ("归档 archive", archive))
