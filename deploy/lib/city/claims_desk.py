"""The desk of compensation, and the bank: clues about the city's firms become claims that are talked over, agreed, paid and
closed."""

from datetime import timedelta

from play.cast import instant
from play.outsider import Outsider

from .invented import FIRM_KEYS

OPEN = "clue,filed,investigation,assessment,negotiation,agreed,performing"
AMOUNT_FEN = 157950
# What is claimed is worked out by the service; the amounts above and here are one small discharge.
DAMAGE = {
    "method": "water-virtual-cost",
    "water": {
        "discharge": {"quantity": 702, "unit": "m3", "source": "样板用水台账",
                      "cost": {"yuan": 1, "basis": "survey", "reference": "样板治理成本"}},
        "hazard": {"value": 1, "reason": "样板专家意见"}, "surfaceWater": "V",
        "pollutants": [{"code": "COD", "measured": 600, "limit": 50}]}}


class ClaimsDesk:
    def __init__(self, world, cast, say, inspectors):
        self.world, self.cast, self.say, self.inspectors = world, cast, say, inspectors
        self._bank = Outsider(world, "/payments/sample-city")

    def cases(self):
        """As of petitions: ids, each with a name that the case has in every city of the same facts."""
        path = f"/v1/cases?status={OPEN}&limit=200"
        page = self.cast.handler.get("compensation", path)
        while True:
            yield from (
                (line["caseId"], f"{line['subjectKey']} {line['openedAt']}") for line in page["cases"]
                if line.get("subjectKey") in FIRM_KEYS)
            if "next" not in page:
                break
            page = self.cast.handler.get("compensation", f"{path}&cursor={page['next']}")

    def step(self, identity):
        case = self.cast.handler.get("compensation", f"/v1/cases/{identity}")
        {
            "clue": self._check, "filed": self._investigate, "investigation": self._investigate, "assessment": self._assess,
            "negotiation": self._negotiate, "agreed": self._start, "performing": self._settle,
        }[case["status"]](case)

    def _check(self, case):
        """Most clues are damage; a finding that harms nobody's water or soil is none."""
        if {"ILLEGAL_DISCHARGE", "HAZARDOUS_WASTE", "EXCEEDED_STANDARD"} & set(case["factCodes"]):
            self._take(case, self.cast.leader, "check", {"damaged": True})
        else:
            self._take(case, self.cast.leader, "check", {"damaged": False, "reason": "no-damage"})

    def _investigate(self, case):
        if not case["consultations"]:
            self._take(case, self.cast.handler, "consult", {"outcome": "willing"})
        else:
            self._take(case, self.cast.handler, "conclude-investigation", {
                "damage": True, "proposal": "claim", "documents": [{"kind": "INVESTIGATION_REPORT"}]})

    def _assess(self, case):
        taken = self._taken(case)
        if "assess-damage" not in taken:
            self._take(case, self.cast.handler, "assess-damage", {"input": DAMAGE})
        elif "decide-restoration" not in taken:
            self._take(case, self.cast.leader, "decide-restoration", {
                "restorability": "none", "reason": "样板专家意见", "performer": "authority"})
        else:
            self._take(case, self.cast.handler, "notify-negotiation", {"claimFen": AMOUNT_FEN})

    def _negotiate(self, case):
        taken = self._taken(case)
        if "penaltyNumber" in case and "penalty.decided" not in {news["kind"] for news in case["penalty"]}:
            self.inspectors.decide(case)
        if "answer-negotiation" not in taken:
            self._take(case, self.cast.handler, "answer-negotiation", {"willing": True})
        elif "hold-round" not in taken:
            self._take(case, self.cast.handler, "hold-round", {
                "outcome": "agreed", "claimFen": AMOUNT_FEN, "offerFen": AMOUNT_FEN})
        else:
            day = (self.world.business_now() + timedelta(days=60)).strftime("%Y-%m-%d")
            self._take(case, self.cast.leader, "sign-agreement", {
                "agreementNumber": f"样协-{case['caseNumber']}", "amountFen": AMOUNT_FEN, "performBy": day,
                "instalments": [{"amountFen": AMOUNT_FEN, "by": day}]})

    def _start(self, case):
        self._take(case, self.cast.handler, "start-performance", {})

    def _settle(self, case):
        """The obligor pays in two parts, then the case is closed and the firm mends what it did. A payment has one number
        however often it is told."""
        left = AMOUNT_FEN - case["receivedFen"]
        if left <= 0:
            self._take(case, self.cast.leader, "close", {
                "outcome": "performed", "performed": True, "modes": ["money"], "amountFen": AMOUNT_FEN})
            self.inspectors.confirm_rectification(case)
            return
        part = AMOUNT_FEN // 3 if left == AMOUNT_FEN else left
        self.say("样板银行", f"赔偿款到账 {case['caseNumber']}：{part / 100:.2f} 元")
        self._bank.tell("payments", "payment.received", case["caseId"], {
            "paymentNumber": f"{case['caseNumber']}-{left}", "caseId": case["caseId"], "amountFen": part, "payer": "obligor",
            "receivedAt": instant(self.world.business_now())})

    def _take(self, case, who, step, body):
        self.say(who.title, f"{step} {case['caseNumber']}")
        who.post("compensation", f"/v1/cases/{case['caseId']}/{step}", body)

    @staticmethod
    def _taken(case):
        return {record["step"] for record in case["history"]}
