import Contracts
import FoundationEssentials

/// A duty to make good damage to the environment, as far as penalties must know: no reduction before it is performed.
struct CompensationDuty: Sendable, Equatable {
  enum State: String, Sendable {
    /// A clue is being checked.
    case screening
    /// A case was filed and is not closed.
    case open
    /// Closed, and performed.
    case performed
    /// Closed without performance.
    case unperformed
    /// The check ended without a case.
    case none
  }

  let caseId: UUID
  /// The penalty cases about the same act.
  let penaltyNumbers: Set<String>
  let state: State

  /// Whether it forbids reductions.
  var isUnperformed: Bool { state == .open || state == .unperformed }
  /// Whether damage was found.
  var isDamage: Bool { state != .screening && state != .none }

  /// The duties that records tell of, each in the furthest state told.
  static func all(in records: [CaseRecord]) -> [CompensationDuty] {
    var furthest: [UUID: (state: State, rank: Int)] = [:]
    for record in records {
      guard let caseId = record.caseId, let told = told(by: record) else { continue }
      if let other = furthest[caseId], other.rank >= told.rank { continue }
      furthest[caseId] = told
    }
    return furthest.sorted { $0.key.uuidString < $1.key.uuidString }.map { caseId, found in
      CompensationDuty(
        caseId: caseId, penaltyNumbers: Set(records.filter { $0.caseId == caseId }.compactMap(\.penaltyNumber)),
        state: found.state)
    }
  }

  /// What a record says of the state, and how far on that is; nil for one of another kind.
  private static func told(by record: CaseRecord) -> (state: State, rank: Int)? {
    switch record.kind {
    case .clue, .clueJoined: (.screening, 0)
    case .compensationNotStarted: (.none, 1)
    case .compensationFiled: (.open, 2)
    // Whoever is named in a case that went on without anybody is liable from then on.
    case .obligorNamed: record.payload["wasNoObligor"]?.bool == true ? (.open, 2) : (.screening, 0)
    case .compensationClosed: (closed(record), 3)
    default: nil
    }
  }

  private static func closed(_ record: CaseRecord) -> State {
    if record.payload["performed"]?.bool == true { return .performed }
    // A case that should not have been started leaves no duty.
    let reason = record.payload["reason"]?.string.flatMap(NotStartedReason.init(rawValue:))
    return reason.map(groundless.contains) == true ? .none : .unperformed
  }

  private static let groundless: Set<NotStartedReason> = [.noDamage, .notablyMinor, .performed, .judgment, .lawful]
}
