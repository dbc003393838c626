import Contracts
import FoundationEssentials

@testable import Scoring

/// Random ledgers, the same for the same seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for index in values.indices.dropFirst().reversed() { values.swapAt(index, number(0...index)) }
    return values
  }

  /// Events of a year about these subjects: findings, cases that are spoken of several times, praise, corrections,
  /// links of sites.
  mutating func events(
    _ subjects: [String], from start: Date, count: Int, series: String = "f"
  ) -> [any EventPayload] {
    var events: [any EventPayload] = []
    for index in 0..<count {
      let at = start.addingTimeInterval(Double(number(0...8_000)) * 3_600)
      events.append(event(series, index, pick(subjects), at: at))
    }
    return events
  }

  private mutating func event(_ series: String, _ number: Int, _ subject: String, at: Date) -> any EventPayload {
    let id = "\(series)\(number)"
    let region = pick(["610115", "610116"])
    let codes = [pick(["TWO", "TEN", "NINETEEN_99", "HUNDREDTH", "THIRTY", "NOTHING", "NO_SUCH"])]
    let penalty = "罚\(self.number(1...3))"
    switch self.number(0...19) {
    case 0...7:
      return InspectionRecorded(
        factId: id, subjectKey: subject, region: region, inspectedAt: at, inspectionNumber: id, kind: .doubleRandom,
        onSite: true, problems: self.number(0...3) > 0, factCodes: codes)
    case 8...10:
      return PenaltyDecided(
        factId: id, subjectKey: subject, region: region, decidedAt: at, penaltyNumber: penalty,
        decision: pick([.fine, .warning, .noPenalty]), factCodes: codes)
    case 11:
      return PenaltyFiled(
        factId: id, subjectKey: subject, region: region, filedAt: at, penaltyNumber: penalty, factCodes: codes)
    case 12, 13:
      return ExamPassed(factId: id, subjectKey: subject, region: region, passedAt: at, exam: "考试")
    case 14:
      return RectificationVerified(
        factId: id, subjectKey: subject, region: region, verifiedAt: at, penaltyNumber: penalty, passed: true)
    case 15, 16:
      return FactCorrected(
        factId: id, subjectKey: subject, region: region, correctedAt: at,
        correctedFactId: "\(series)\(self.number(0...number))", reason: .wrongContent,
        factCodes: self.number(0...1) == 0 ? codes : [])
    case 17 where subject.hasPrefix("site:"):
      return SubjectLinked(
        factId: id, subjectKey: subject, region: region, linkedAt: at, ownerKey: Fixtures.firm)
    case 18:
      return InspectionRecorded(
        factId: id, subjectKey: subject, region: region, inspectedAt: at, inspectionNumber: id, kind: .special,
        onSite: true, problems: true, factCodes: ["CRIME"])
    default:
      return InspectionRecorded(
        factId: id, subjectKey: subject, region: region, inspectedAt: at, inspectionNumber: id, kind: .serviceVisit,
        onSite: true, problems: false)
    }
  }
}
