import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The score of one subject as of any instant, derived from its ledger line by line.
struct FindSubject: Sendable {
  struct Found: Sendable {
    /// Nil for a subject nobody has reported anything about.
    let rating: Rating?
    let derivation: Derivation
    let colourSince: Date
  }

  let rules: RuleBook
  let facts: FactStore
  let ratings: RatingStore

  func callAsFunction(_ subject: String, at instant: Date, on connection: PostgresConnection) async throws -> Found {
    let scale = try Scale(try rules.rules(at: instant))
    let rating = try await ratings.find(subject, on: connection)
    let ledger = try await facts.ledger(of: subject, on: connection)
    let derivation = try ledger.derive(at: instant, scale: scale)
    return Found(rating: rating, derivation: derivation, colourSince: try ledger.colourSince(derivation))
  }
}
