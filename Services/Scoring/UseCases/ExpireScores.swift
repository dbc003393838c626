import Contracts
import FoundationEssentials
import Messaging

/// Changes the scores whose facts ran out, without anyone asking.
struct ExpireScores: Sendable {
  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    try await settle(Set(timers.map(\.subject)).sorted(), work: work)
  }

  /// Brings the ratings of these subjects up to now.
  func settle(_ subjects: [String], work: UnitOfWork) async throws {
    var current = try await ratings.lock(subjects, on: work.connection)
    let ledgers = try await facts.ledgers(of: subjects, on: work.connection)
    let scales = try clock.scales(through: work.now)
    for subject in subjects {
      guard var rating = current[subject] else { continue }
      try clock.settle(&rating, ledger: ledgers[subject] ?? Ledger(of: subject), scales: scales, work: work)
      clock.schedule(rating, work: work)
      current[subject] = rating
    }
    try await ratings.save(current.values.sorted { $0.subject < $1.subject }, on: work.connection)
  }
}
