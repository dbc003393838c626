import Contracts
import FoundationEssentials
import Postgres

/// The narrow row of a petition: what changes by itself.
struct ClockRow: Sendable {
  let entry: Int64
  let acceptanceBasis: UUID
  let clocks: PostgresJSON?
  let attention: Date?
  let due: Date?
  let missed: Date?
  let isProvisional: Bool
  let sequence: Int64
  let repeats: Int?
  let updatedAt: Date

  init(_ petition: Petition) {
    self.init(
      entry: petition.entry, clocks: petition.allClocks, acceptance: petition.acceptance, sequence: petition.sequence,
      repeats: petition.repeats, updatedAt: petition.updatedAt)
  }

  /// - Parameters:
  ///   - clocks: all of them.
  ///   - acceptance: the one of receipt among them.
  init(
    entry: Int64, clocks: [Deadline], acceptance: Deadline, sequence: Int64, repeats: Int?, updatedAt: Date
  ) {
    self.entry = entry
    acceptanceBasis = acceptance.basis.id
    self.clocks = StoredClock.column(clocks)
    attention = clocks.attention
    due = clocks.runningDue
    missed = clocks.missedDue
    isProvisional = clocks.isProvisional
    self.sequence = sequence
    self.repeats = repeats
    self.updatedAt = updatedAt
  }
}
