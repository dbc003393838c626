"""Enforcement: inspections with and without findings, penalty cases, and their decisions, as facts on its topic."""

from play.cast import ago
from play.outsider import Outsider

from .invented import BUREAUS, FIRMS, MATTERS

SOURCE = "/enforcement/sample-city"
TOPIC = "enforcement"
# Shares of each hundred facts; the rest are inspections without a finding.
PENALTIES, FINDINGS = 20, 30


class Inspectors:
    def __init__(self, world, chance, say):
        self.world, self.chance, self.say = world, chance, say
        self._system = Outsider(world, SOURCE)
        self._number = 0

    def report(self):
        """What the inspectors of a county did last: mostly a look, sometimes a finding, sometimes a penalty case."""
        self._number += 1
        number, firm, draw = f"{self.world.run}-{self._number}", self.chance.choice(FIRMS), self.chance.randrange(100)
        matter = self.chance.choice([matter for matter in MATTERS if matter.fact])
        fact = self._fact(f"SC-F-{number}", firm.key, firm.region)
        if draw < PENALTIES:
            self.say(fact["authority"], f"对 {firm.name} 立案处罚：{matter.finding}")
            fact |= {"filedAt": ago(self.world, minutes=5), "penaltyNumber": f"样罚立-{number}", "factCodes": [matter.fact],
                     "damageSuspected": matter.damage}
            self._system.tell(TOPIC, "penalty.filed", firm.key, fact)
            return
        problems = draw < PENALTIES + FINDINGS
        self.say(fact["authority"], f"检查 {firm.name}：" + (matter.finding if problems else "未发现问题"))
        fact |= {"inspectedAt": ago(self.world, minutes=5), "inspectionNumber": f"样检-{number}", "kind": "double-random",
                 "onSite": True, "problems": problems, "factCodes": [matter.fact] if problems else []}
        self._system.tell(TOPIC, "inspection.recorded", firm.key, fact)

    def decide(self, case):
        """The fine of a penalty case beside a claim. Told under one number however often."""
        self.say(self._authority(case["region"]), f"处罚决定 {case['penaltyNumber']}")
        self._system.tell(TOPIC, "penalty.decided", case["subjectKey"], {
            **self._fact(f"{case['penaltyNumber']}-decided", case["subjectKey"], case["region"]),
            "decidedAt": ago(self.world, minutes=1), "penaltyNumber": case["penaltyNumber"], "decision": "fine",
            "fineFen": 3400000, "discretionFen": 6000000, "factCodes": case["factCodes"]})

    def confirm_rectification(self, case):
        self.say(self._authority(case["region"]), f"整改验收通过 {case['caseNumber']}")
        self._system.tell(TOPIC, "rectification.verified", case["subjectKey"], {
            **self._fact(f"{case['caseId']}-rectified", case["subjectKey"], case["region"]),
            "verifiedAt": ago(self.world, minutes=1), "passed": True})

    def _fact(self, number, subject, region):
        return {"factId": number, "subjectKey": subject, "region": region, "authority": self._authority(region)}

    @staticmethod
    def _authority(region):
        return BUREAUS.get(region, "九江市生态环境局")
