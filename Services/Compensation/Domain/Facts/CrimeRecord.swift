import Contracts
import FoundationEssentials

/// What was told about a transfer to the police (行刑衔接): that it was made, or what was decided on it.
struct CrimeRecord: Sendable, Equatable {
  /// A transfer by its source and number.
  struct Referral: Hashable, Sendable {
    let source: String
    let number: String
  }

  static let referred = "crime.referred"
  static let decided = "crime.decided"

  let id: UUID
  let source: String
  /// The number of the transfer, unique within the source.
  let referralNumber: String
  /// ``referred`` or ``decided``.
  let kind: String
  /// The penalty case that it came out of.
  var penaltyNumber: String?
  /// The petition that it came out of.
  var petitionId: UUID?
  let at: Date
  var authority: String?
  var outcome: CrimeOutcome?
  /// Whether it was told later that this does not stand.
  var isCorrected = false

  var referral: Referral { Referral(source: source, number: referralNumber) }

  /// The clue that a transfer is by itself (管理规定 第十六条: 刑事案件).
  static func clue(_ source: String, _ referralNumber: String) -> UUID { Clue.id("crime", source, referralNumber) }

  /// Whether it is about what this case is about.
  func isAbout(_ compensation: CompensationCase) -> Bool {
    if compensation.id == Self.clue(source, referralNumber) { return true }
    if let penaltyNumber, compensation.penalty == PenaltyCase(source: source, number: penaltyNumber) { return true }
    return petitionId != nil && petitionId == compensation.petitionId
  }
}
