import Civics
import Contracts
import FoundationEssentials

extension PetitionRules {
  /// The keys of the rules that clocks are counted by.
  enum ClockKey {
    static let procedures = "petition.procedures"
    static let channelLimits = "petition.channel-limits"
    static let localConclusion = "petition.conclusion.local"
    static let extensionPeriod = "petition.extension"
    static let extensionCount = "petition.extension.maximum-count"
    static let pausable = "petition.pause.clocks"
    static let warnings = "petition.warning.before-due"
    static let escalation = "petition.escalation"
    static let replyContents = "petition.reply.contents"

    static func of(_ kind: DeadlineKind) -> String {
      switch kind {
      case .acceptance: "petition.acceptance"
      case .conclusion: "petition.conclusion"
      case .localConclusion: localConclusion
      case .channelDecision, .channelAnswer: channelLimits
      case .takeOver: "petition.transferred-in.notice"
      case .objection: "petition.objection"
      case .pause: "petition.pause.longest"
      case .supervision: "petition.supervision.ordinary"
      case .archiving: "petition.archiving"
      case .reviewRequest: "petition.review.request"
      case .review: "petition.review.answer"
      case .reexaminationRequest: "petition.reexamination.request"
      case .reexamination: "petition.reexamination.answer"
      }
    }
  }

  /// The basis of the clock that starts at this instant.
  func basis(of kind: DeadlineKind, from start: Date) throws(RuleLookupError) -> DeadlineBasis {
    try basis(plan(of: kind, key: ClockKey.of(kind)), from: start)
  }

  /// The basis of the clock for the answer, which the procedure decides (信访工作条例 第二十九条至第三十四条).
  func conclusion(_ procedure: PetitionProcedure, from start: Date) throws(RuleLookupError) -> DeadlineBasis {
    guard let row = try row(of: procedure), let period = try? row.period("conclusion"),
      try period != rules.period(ClockKey.of(.conclusion))
    else { return try basis(of: .conclusion, from: start) }
    return try basis(plan(of: .conclusion, key: ClockKey.procedures, period: period, row: row), from: start)
  }

  /// The city's own, tighter clock for the answer; nil where it has none.
  func localConclusion(from start: Date) throws(RuleLookupError) -> DeadlineBasis? {
    guard (try? rules.entry(ClockKey.localConclusion)) != nil else { return nil }
    return try basis(of: .localConclusion, from: start)
  }

  /// The clock within which a supervised unit must answer.
  func supervision(_ level: SupervisionLevel, from start: Date) throws(RuleLookupError) -> DeadlineBasis {
    try basis(plan(of: .supervision, key: "petition.supervision.\(level.rawValue)"), from: start)
  }

  /// The clocks that start when a complaint comes in.
  func intakeClocks(from start: Date) throws(RuleLookupError) -> IntakeClocks {
    var further: [IntakeChannel: [DeadlineBasis]] = [:]
    if let table = try? rules.table(ClockKey.channelLimits) {
      for row in table.rows {
        guard let channel = IntakeChannel(rawValue: try row.text("channel")) else { continue }
        for (column, kind) in [("decides", DeadlineKind.channelDecision), ("answers", .channelAnswer)] {
          guard let period = try? row.period(column) else { continue }
          further[channel, default: []].append(
            try basis(plan(of: kind, key: ClockKey.channelLimits, period: period, row: row), from: start))
        }
      }
    }
    return IntakeClocks(acceptance: try basis(of: .acceptance, from: start), further: further)
  }

  /// By how much the period of this procedure may be extended at most.
  func longestExtension(_ procedure: PetitionProcedure) throws(RuleLookupError) -> LegalPeriod {
    if let period = try? row(of: procedure)?.period("extension") { return period }
    return try rules.period(ClockKey.extensionPeriod)
  }

  /// How often a period may be extended.
  var mostExtensions: Int { (try? rules.integer(ClockKey.extensionCount)) ?? 1 }

  /// The clocks that may stand still.
  var pausable: Set<DeadlineKind> {
    Set(((try? rules.list(ClockKey.pausable)) ?? []).compactMap { DeadlineKind(rawValue: $0) })
  }

  /// What a written answer must hold (第三十二条).
  var replyContents: [String] { (try? rules.list(ClockKey.replyContents)) ?? [] }

  /// When ends are warned of and go up a level.
  func notice() throws(RuleLookupError) -> DeadlineNotice {
    DeadlineNotice(
      warnings: try rules.durations(ClockKey.warnings),
      escalations: try rules.table(ClockKey.escalation).rows.map { (row) throws(RuleLookupError) in
        try row.period("after")
      })
  }

  /// Whom a missed date is taken to at a level, from one, and how strictly the case is supervised from then on.
  func escalation(_ level: Int) -> (target: EscalationTarget, supervision: SupervisionLevel?) {
    let rows = (try? rules.table(ClockKey.escalation).rows) ?? []
    guard level >= 1, level <= rows.count else { return (.leader, nil) }
    let row = rows[level - 1]
    return (
      (try? row.text("target")).flatMap { EscalationTarget(rawValue: $0) } ?? .leader,
      (try? row.text("supervision")).flatMap { SupervisionLevel(rawValue: $0) }
    )
  }

  private func row(of procedure: PetitionProcedure) throws(RuleLookupError) -> RuleRow? {
    let code =
      switch procedure {
      case .suggestion: "SUGGESTION"
      case .accusation: "ACCUSATION"
      case .appeal: "APPEAL_31_6"
      case .enforcement: "ENFORCEMENT_31_5"
      case .litigation: "LITIGATION"
      }
    return try rules.table(ClockKey.procedures).row(where: "code", is: code)
  }

  private func plan(
    of kind: DeadlineKind, key: String, period: LegalPeriod? = nil, row: RuleRow? = nil
  ) throws(RuleLookupError) -> DeadlinePlan {
    let reference = try rules.reference(key)
    let stated: LegalPeriod
    if let period { stated = period } else { stated = try rules.period(key) }
    return DeadlinePlan(
      kind: kind, period: stated, rule: key, pack: reference.pack, version: reference.version,
      packHash: reference.hash, article: row?.provenance?.citation ?? reference.source,
      notice: kind.isDuty ? try notice() : DeadlineNotice())
  }

  private func basis(_ plan: DeadlinePlan, from start: Date) throws(RuleLookupError) -> DeadlineBasis {
    DeadlineBasis(plan, start: ShanghaiTime.day(of: start), calendar: calendar)
  }
}
