import Civics
import Contracts
import FoundationEssentials
import ServiceKit

@testable import Scoring

/// A quarry in Yingkou with a penalty case, as events tell it.
struct Quarry {
  static let number = "营环罚告〔2025〕8号"
  static let subject = Fixtures.firm
  static let region = "210800"

  /// When the stone powder lay uncovered.
  let actAt: Date
  var codes = ["DUST_UNCONTROLLED"]

  init(actAt: Date) { self.actAt = actAt }

  func filed(_ number: String = Quarry.number) -> PenaltyFiled {
    PenaltyFiled(
      factId: "filed \(number)", subjectKey: Self.subject, region: Self.region,
      filedAt: actAt.addingTimeInterval(86_400), penaltyNumber: number, factCodes: codes, factAt: actAt)
  }

  func noticed(_ at: Date) -> PenaltyNoticePlanned {
    PenaltyNoticePlanned(
      factId: "notice", subjectKey: Self.subject, region: Self.region, plannedFor: at, penaltyNumber: Self.number,
      proposedFineFen: 6_000_000)
  }

  func rectified(_ at: Date, passed: Bool = true, id: String = "rectified") -> RectificationVerified {
    RectificationVerified(
      factId: id, subjectKey: Self.subject, region: Self.region, verifiedAt: at, penaltyNumber: Self.number,
      passed: passed)
  }

  func apologised(
    _ at: Date, number: String = Quarry.number, pledged: Bool = true, uri: String? = nil
  ) -> ApologyPublished {
    ApologyPublished(
      factId: "apology \(number)", subjectKey: Self.subject, region: Self.region, publishedAt: at,
      penaltyNumber: number, medium: "营口日报", uri: uri, pledged: pledged)
  }

  func studied(_ at: Date, minutes: Int = 800, id: String = "study", number: String? = Quarry.number) -> StudyCompleted
  {
    StudyCompleted(
      factId: id, subjectKey: Self.subject, region: Self.region, completedAt: at, minutes: minutes,
      laws: ["AIR_POLLUTION_LAW"], context: number == nil ? .routine : .penaltyCase, penaltyNumber: number)
  }

  func examined(_ at: Date, id: String = "exam", number: String? = Quarry.number) -> ExamPassed {
    ExamPassed(
      factId: id, subjectKey: Self.subject, region: Self.region, passedAt: at, exam: "ENVIRONMENTAL_LAW",
      scorePercent: 92, penaltyNumber: number)
  }

  /// An earlier or later violation of the same firm, in another case.
  func punished(_ number: String, decidedAt: Date, actAt: Date? = nil) -> PenaltyDecided {
    PenaltyDecided(
      factId: "decided \(number)", subjectKey: Self.subject, region: Self.region, decidedAt: decidedAt,
      penaltyNumber: number, decision: .fine, fineFen: 100_000, factCodes: ["NOISE_NUISANCE"], factAt: actAt)
  }

  static let compensation = UUID()

  func damageFiled(_ at: Date, number: String? = Quarry.number, case id: UUID = compensation) -> CompensationFiled {
    CompensationFiled(
      caseId: id, caseNumber: "SH-1", region: Self.region, at: at, subjectKey: Self.subject, dual: true,
      penaltyNumber: number)
  }

  func damageClosed(_ at: Date, performed: Bool, case id: UUID = compensation) -> CompensationClosed {
    CompensationClosed(
      caseId: id, caseNumber: "SH-1", region: Self.region, at: at, subjectKey: Self.subject,
      outcome: performed ? .performed : .terminated, performed: performed, onTime: true)
  }

  func clue(_ at: Date, case id: UUID = compensation) -> CompensationClueOpened {
    CompensationClueOpened(
      caseId: id, caseNumber: "SH-1", region: Self.region, at: at, subjectKey: Self.subject, clueSource: .penalty,
      penaltyNumber: Self.number)
  }

  /// The records that events make.
  static func records(_ events: [any EventPayload], now: Date) throws -> [CaseRecord] {
    try events.compactMap { try record($0, now: now) }
  }

  private static func record(_ event: some EventPayload, now: Date) throws -> CaseRecord? {
    try CaseRecordReader.read(CloudEvent(event, id: UUID(), source: .compensation, time: now), now: now)
  }

  /// What staff ask: the discretion table gave 60,000 yuan, the least is 20,000.
  static func request(
    discretion: Int = 6_000_000, minimum: Int? = 2_000_000, items: [String] = [], found: [String] = [],
    evidence: Bool = true, more: [String: JSON] = [:]
  ) throws -> LeniencyRequest {
    var object = JSONObject()
    object.set("subjectKey", subject)
    object.set("penaltyNumber", number)
    object.set("discretionFen", discretion)
    object.set("statutoryMinimumFen", minimum)
    object.set("items", items)
    object.set("findings", .array(found.map { finding($0, evidence: evidence) }))
    for (name, value) in more { object[name] = value }
    return try LeniencyRequest(json: .object(object), path: "body")
  }

  private static func finding(_ factor: String, evidence: Bool) -> JSON {
    var object = JSONObject()
    object.set("factor", factor)
    object.set("found", true)
    if evidence { object.set("evidence", [EvidenceReference(uri: "archive://\(factor)")]) }
    return .object(object)
  }

  /// An assessment of a case that these events tell, at an instant.
  static func assess(
    _ events: [any EventPayload], _ request: LeniencyRequest, at now: Date, profile: String = "yingkou",
    used: [UUID: String] = [:]
  ) throws -> (chosen: LeniencyResult, other: LeniencyResult?) {
    let file = PenaltyCase(subject: subject, number: number, records: try records(events, now: now))
    let book = LenienceBook(rules: try Fixtures.book(profile))
    let actAt = request.actAt ?? file.actAt ?? now
    return try LeniencyAssessor(file: file, request: request, actAt: actAt, now: now, usedPledges: used)
      .assess(atAct: try book.earlierRules(at: actAt), atDecision: try book.rules(at: now))
  }
}

extension LeniencyResult {
  func reason(_ ground: String) -> GroundFinding.Reason? { grounds.first { $0.ground == ground }?.reason }
  var yuan: [String] { [lowest.description, highest.description] }
}
