import Civics
import Contracts
import FoundationEssentials

@testable import Compensation

/// Cases on their way to a settlement.
extension CaseWalk {
  /// A case that was filed and investigated, at its assessment.
  static func assessed(
    _ opened: Date, subject: String? = Fixtures.firm, profile: String = "zhangzhou"
  ) throws -> CaseWalk {
    var walk = try CaseWalk(opened: opened, subject: subject, profile: profile)
    try walk.take(Check(damaged: true, noObligor: subject == nil ? true : nil))
    if subject != nil { try walk.take(ServeNotice(method: .direct)) }
    let report = try FileDocument(
      json: ["kind": "INVESTIGATION_REPORT", "title": "损害调查报告"], path: "body")
    try walk.take(ConcludeInvestigation(damage: true, proposal: .claim, documents: [report]))
    return walk
  }

  /// The same, with the parties agreed and the restoration decided: ready to sign.
  static func agreed(
    _ opened: Date, _ decision: DecideRestoration = .payment, profile: String = "zhangzhou"
  ) throws -> CaseWalk {
    var walk = try assessed(opened, profile: profile)
    try walk.take(decision)
    try walk.take(NotifyNegotiation(claimFen: 1_000_000))
    try walk.take(HoldRound(outcome: .agreed))
    return walk
  }

  /// The latest of the told events of a type.
  func latest<Event: EventPayload>(_ type: Event.Type = Event.self) -> Event? {
    told.last { $0 is Event } as? Event
  }
}

extension DecideRestoration {
  /// What cannot be restored and is paid for.
  static let payment = DecideRestoration(
    restorability: .none, reason: "废水已排入河道,无法原地修复", performer: .authority)

  /// What the obligor restores itself.
  static let restoring = DecideRestoration(
    restorability: .full, reason: "河岸植被可以恢复", performer: .obligor)
}

extension CivilDate {
  static func of(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw Fixtures.Missing() }
    return day
  }
}

extension SignAgreement {
  /// Everything is paid, in parts by their days.
  static func money(_ parts: [(Int64, String)], performBy: String) throws -> SignAgreement {
    SignAgreement(
      agreementNumber: "漳环赔协〔2026〕1号", amountFen: parts.reduce(0) { $0 + $1.0 },
      instalments: try parts.map { PlannedInstalment(amountFen: $0.0, by: try .of($0.1)) },
      performBy: try .of(performBy))
  }
}
