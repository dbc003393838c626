"""E2E-1, the sewer of Lushan: a call on a holiday, cleared the same day, and the residents' thanks."""

from datetime import datetime, timezone

from .cast import LUSHAN, Cast, earlier
from .hotline import Hotline
from .story import FIRST_PATIENCE, Story
from .world import Missing


class Lushan(Story):
    title = "E2E-1 庐山市下水道堵塞 · a blocked sewer in Lushan"

    def register(self):
        cast = self.cast = Cast(self.world)
        self.hotline = Hotline(self.world, "12369")
        # The sixth day of the first lunar month, within the Spring Festival break.
        happened = datetime(2024, 2, 15, 1, 30, tzinfo=timezone.utc)
        self.complaint = {
            "externalId": f"LS-{self.world.run}", "channel": "HOTLINE_12369", "region": LUSHAN, "category": "water",
            "content": "小区下水道堵塞，污水反流，气味刺鼻，影响居民正常生活，请尽快处理。",
            "location": "庐山市某小区", "occurredAt": earlier(self.world, happened, days=1),
            "reporter": {"name": "王女士", "phone": "13870209001"}}
        self.event_id = self.submit(self.hotline, self.complaint)
        self.contact(1)
        shown = cast.clerk.get("petitions", f"/v1/petitions/{self.petition}")
        if shown["channel"] != "HOTLINE_12369" or shown["status"] != "received":
            raise Missing(f"GET /v1/petitions/{self.petition} shows {shown['channel']}, {shown['status']}", "petitions")

    def send_again(self):
        """A hotline that heard no answer sends the same again: it is the same petition, and the receipt says so."""
        self.did(self.hotline.name, "complaints", "同一投诉再发一次（网络重试）")
        self.hotline.publish(self.complaint, event_id=self.event_id)
        self.sees(
            "receipt.issued", FIRST_PATIENCE, externalId=self.complaint["externalId"], status="duplicate",
            petitionId=self.petition)

    def accept(self):
        self.step(
            self.cast.clerk, "accept", {"procedure": "enforcement", "unit": "九江市庐山生态环境局"}, "节日值班，即接即办",
            "petition.accepted")
        self.contact(2)

    def assign(self):
        assisting = ["庐山市住房和城乡建设局", "庐山市市政维护所"]
        self.step(
            self.cast.clerk, "assign", {"lead": "庐山市生态环境保护综合执法大队", "assisting": assisting},
            "执法大队牵头，住建、市政协办", "petition.assigned", assisting=assisting)

    def handle(self):
        self.step(
            self.cast.handler, "handle",
            {"outcome": "resolved", "measures": ["现场查明：小区内部管网堵塞", "组织疏通，污水不再反流"]},
            "值班组赶到现场，疏通管道", "petition.handled", outcome="resolved")

    def answer(self):
        self.step(
            self.cast.handler, "conclude", {"verdict": "support", "documentNumber": f"九环信复〔{self.world.run}〕1号"},
            "答复来电人", "petition.concluded", onTime=True)
        self.contact(3)

    def recheck(self):
        self.step(
            self.cast.supervisor, "re-check", {"passed": True, "onSite": True, "unit": "九江市生态环境局"},
            "市局跟踪复查", "petition.rechecked", passed=True)

    def publish(self):
        self.step(
            self.cast.leader, "publish",
            {"published": True, "summary": "庐山市某小区内部管网堵塞，已当日疏通，居民恢复正常生活。"},
            "核准摘要后公开", "petition.published", published=True)

    def call_back(self):
        self.step(
            self.cast.clerk, "call-back", {"reached": True, "satisfied": True}, "居民通过12345热线致谢",
            "petition.called-back", satisfied=True)

    def archive(self):
        self.step(
            self.cast.clerk, "archive", {"fileNumber": f"LS-{self.world.run}"}, "归档", "petition.archived", contacts=3)
        self.sees(
            "petition.state-recorded", topic="state.petitions", status="archived", contacts=3, satisfied=True,
            petitionId=self.petition)

    steps = (
        ("登记 register", register), ("重复 send again", send_again), ("受理 accept", accept), ("交办 assign", assign),
        ("处置 handle", handle), ("办结 conclude", answer), ("复查 re-check", recheck), ("公开 publish", publish),
        ("回访 call back", call_back), ("归档 archive", archive))
