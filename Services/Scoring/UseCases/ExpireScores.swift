import Contracts
import FoundationEssentials
import Messaging

/// Changes the scores whose facts ran out, without anyone asking.
struct ExpireScores: Sendable {
  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let subjects = Set(timers.map(\.subject)).sorted()
    var current = try await ratings.lock(subjects, on: work.connection)
    let ledgers = Dictionary(
      grouping: try await facts.load(subjects: subjects, on: work.connection), by: \.subject
    ).mapValues(Ledger.init)
    for subject in subjects {
      guard var rating = current[subject] else { continue }
      try clock.settle(&rating, ledger: ledgers[subject] ?? Ledger(), work: work)
      clock.schedule(rating, work: work)
      current[subject] = rating
    }
    try await ratings.save(current.values.sorted { $0.subject < $1.subject }, on: work.connection)
  }
}
