import Contracts
import FoundationEssentials
import Postgres

/// What the clocks of a petition just received look like in its row; one for all petitions of a channel in a batch.
struct IntakeClockColumns: Sendable {
  let due: Date?
  let attention: Date?
  /// Null where there is but the clock of receipt.
  let column: PostgresJSON?

  init(_ petition: Petition) {
    due = petition.runningDue
    attention = petition.attention
    column = StoredClock.column(petition.allClocks)
  }

  /// One for each petition, in order.
  static func of(_ petitions: [Petition]) -> [IntakeClockColumns] {
    var byChannel: [IntakeChannel: IntakeClockColumns] = [:]
    return petitions.map { petition in
      if let known = byChannel[petition.channel] { return known }
      let columns = IntakeClockColumns(petition)
      byChannel[petition.channel] = columns
      return columns
    }
  }
}
