import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The score of one subject as of any instant, derived from its ledger line by line.
struct FindSubject: Sendable {
  struct Found: Sendable {
    /// Nil for a subject nobody has reported anything about.
    let rating: Rating?
    /// How it is called; nil while nobody registered it.
    let registration: SubjectRegistration?
    let ledger: Ledger
    let derivation: Derivation
    let colourSince: Date
    /// What was in force up to the instant.
    let scales: ScaleHistory
  }

  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore
  let register: SubjectRegister

  /// - Throws: ``ScoringError/invalid(field:reason:)`` for an instant before the first rule pack.
  func callAsFunction(_ subject: String, at instant: Date, on connection: PostgresConnection) async throws -> Found {
    let scale: Scale
    do {
      scale = try clock.scale(at: instant)
    } catch RuleLookupError.notInForce {
      throw ScoringError.invalid(field: "query.at", reason: "no rules were in force then")
    }
    let rating = try await ratings.find(subject, on: connection)
    let registration = try await register.find([subject], on: connection)[subject]
    let ledger = try await facts.ledgers(of: [subject], on: connection)[subject] ?? Ledger(of: subject)
    let derivation = try ledger.derive(at: instant, scale: scale)
    let scales = try clock.scales(through: instant)
    return Found(
      rating: rating, registration: registration, ledger: ledger, derivation: derivation,
      colourSince: try ledger.colourSince(derivation, scales: scales), scales: scales)
  }
}
