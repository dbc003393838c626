"""The desk of petitions: whoever's turn it is takes the next step of each of the city's cases, as staff do over HTTP."""

from random import Random

from play.cast import ago

from .callers import SOURCES
from .invented import BUREAUS, MATTERS

OPEN = "received,refused,accepted,transferred,assigned,handled,concluded,rechecked,published"
# Which of the steps that a case shows as possible is taken, from the first to the last.
ORDER = ("take-over", "accept", "assign", "handle", "verify", "conclude", "re-check", "publish", "call-back",
         "lift-supervision", "name-leader", "visit-site", "archive")
# Shares of each hundred petitions.
REFUSED, TRANSFERRED, UNFOUNDED, DISSATISFIED = 4, 20, 25, 10


class PetitionDesk:
    def __init__(self, world, cast, say):
        self.world, self.cast, self.say = world, cast, say

    def cases(self):
        """The city's open cases, by the list that staff read: their ids, each with a name that it has in every city of the
        same complaints."""
        path = f"/v1/petitions?status={OPEN}&limit=200"
        page = self.cast.clerk.get("petitions", path)
        while True:
            yield from (
                (line["petitionId"], line["externalId"]) for line in page["petitions"] if line.get("source") in SOURCES)
            if "next" not in page:
                break
            page = self.cast.clerk.get("petitions", f"{path}&cursor={page['next']}")

    def step(self, petition):
        case = self.cast.clerk.get("petitions", f"/v1/petitions/{petition}")
        if waiting := [contact["number"] for contact in case["file"].get("contacts", []) if "outcome" not in contact]:
            self._take(case, self.cast.clerk, "contact", {
                "contact": waiting[0], "outcome": "reached", "channel": "in-person", "proof": "样板城市当面告知"})
            return
        taken = {record["step"] for record in case["history"]}
        step = next((step for step in ORDER if step in case["nextSteps"] and step not in taken), None)
        if step == "accept" and self._share(case, "refused") < REFUSED:
            step = "refuse"
        if step == "assign" and "transfer" in case["nextSteps"] and "transfer" not in taken \
                and self._share(case, "transferred") < TRANSFERRED:
            step = "transfer"
        if step == "verify" and not case["file"].get("findings"):
            step = "conclude"
        if step:
            who, body = self._how(step, case)
            self._take(case, who, step, body)

    def _take(self, case, who, step, body):
        self.say(who.title, f"{step} {case['petitionNumber']}")
        who.post("petitions", f"/v1/petitions/{case['petitionId']}/{step}", body)

    def _how(self, step, case):
        cast, region = self.cast, case["region"]
        bureau = BUREAUS.get(region, "九江市生态环境局")
        return {
            "accept": lambda: (cast.clerk, {"procedure": "enforcement"}),
            "refuse": lambda: (cast.leader, {"reason": "not-competent", "referredTo": "样板市城市管理局"}),
            "transfer": lambda: (cast.supervisor, {"to": bureau, "toRegion": region, "supervised": True}),
            "take-over": lambda: (cast.handler, {}),
            "assign": lambda: (cast.clerk, {"lead": bureau}),
            "handle": lambda: (cast.handler, self._finding(case)),
            "verify": lambda: (cast.handler, {"verified": True}),
            "conclude": lambda: (cast.handler, {"verdict": "support" if case["file"].get("findings") else "explain"}),
            "re-check": lambda: (cast.supervisor, {"passed": True, "onSite": True, "unit": "九江市生态环境局"}),
            "publish": lambda: (cast.leader, {"published": True, "summary": f"{bureau}已办理，问题已整改。"}),
            "call-back": lambda: (cast.clerk, {
                "reached": True, "satisfied": self._share(case, "satisfied") >= DISSATISFIED}),
            "lift-supervision": lambda: (cast.leader, {"answer": f"{bureau}已办结并书面答复"}),
            "name-leader": lambda: (cast.leader, {"leader": "样板副市长"}),
            "visit-site": lambda: (cast.leader, {"leader": "样板副市长", "outcome": "resolved"}),
            "archive": lambda: (cast.clerk, {"fileNumber": f"SC-{case['petitionNumber']}"}),
        }[step]()

    def _finding(self, case):
        """What was found on the spot: against a firm where one was named and the complaint was founded."""
        matters = [matter for matter in MATTERS if matter.category == case["category"]] or list(MATTERS)
        matter = self._chance(case, "matter").choice(matters)
        if self._share(case, "founded") < UNFOUNDED:
            return {"outcome": "unfounded", "measures": ["现场检查，未见所述情形"]}
        if not matter.fact or "subjectKey" not in case:
            return {"outcome": "resolved", "measures": [matter.finding]}
        return {"outcome": "measures-ordered", "measures": [matter.finding], "findings": [{
            "subjectKey": case["subjectKey"], "factCodes": [matter.fact], "factAt": ago(self.world, hours=1),
            "damageSuspected": matter.damage, "category": case["category"]}]}

    def _share(self, case, what):
        return self._chance(case, what).randrange(100)

    @staticmethod
    def _chance(case, what):
        """Its own for each case, so that a city that was started again goes on as it meant to."""
        return Random(f"{what} {case['externalId']}")
