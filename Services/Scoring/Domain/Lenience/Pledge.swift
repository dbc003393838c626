import Civics
import Contracts
import FoundationEssentials

/// A pledge to obey the law, given with a public apology in a penalty case (公开道歉承诺). It serves that case alone.
struct Pledge: Sendable, Equatable {
  /// Follows from where it was published, so that one publication used for two cases is one pledge.
  let id: UUID
  let region: String
  let penaltyNumber: String
  let givenAt: Date
  let isPledged: Bool

  /// - Returns: nil for a record of another kind.
  init?(_ record: CaseRecord) {
    guard record.kind == .apology, let apology = record.read(ApologyPublished.self) else { return nil }
    id = EventIdentity.uuidV5(
      namespace: EventIdentity.causeNamespace, parts: "pledge", record.subject,
      apology.uri ?? record.id.lowercased)
    region = apology.region
    penaltyNumber = apology.penaltyNumber
    givenAt = apology.publishedAt
    isPledged = apology.pledged
  }

  /// Whether an act that led to a penalty broke it: one of another case, within the time it binds.
  /// - Parameter end: the first instant at which it binds no longer.
  func isBroken(by violation: Violation, bindingUntil end: Date) -> Bool {
    isPledged && violation.penaltyNumber != penaltyNumber && violation.actAt >= givenAt && violation.actAt < end
  }
}
