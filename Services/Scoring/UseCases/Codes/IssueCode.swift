import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Makes the 环保码 of a subject as of now.
struct IssueCode: Sendable {
  struct Issued: Sendable {
    let code: CreditCode
    /// Signed; what the square holds.
    let text: String
    let region: String
  }

  let rules: RuleBook
  let facts: FactStore
  let ratings: RatingStore
  let signer: CodeSigner

  /// - Returns: nil for a subject nobody has reported anything about.
  /// - Throws: `Problem` 503 where no key is configured.
  func callAsFunction(_ subject: String, at now: Date, on connection: PostgresConnection) async throws -> Issued? {
    guard let rating = try await ratings.find(subject, on: connection) else { return nil }
    let ledger = try await facts.ledgers(of: [subject], on: connection)[subject] ?? Ledger(of: subject)
    let colour = try ledger.derive(at: now, scale: try Scale(try rules.rules(at: now))).colour
    let code = CreditCode(subject: subject, colour: colour, day: ShanghaiTime.day(of: now))
    guard let text = try signer.sign(code) else {
      throw Problem.unavailable(code: "code-signing-off", detail: "No key for credit codes is configured.")
    }
    return Issued(code: code, text: text, region: rating.region)
  }
}
