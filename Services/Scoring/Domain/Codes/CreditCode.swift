import Civics
import Contracts

/// The text of a 环保码: colour, day, whose it is, and the signature over the three. Nothing else is in it.
struct CreditCode: Sendable, Equatable {
  /// The name of the form; another form gets another name.
  static let form = "ECO1"

  let subject: String
  let colour: Colour
  /// The day on which the subject has the colour.
  let day: CivilDate

  /// What is signed: four lines, a line feed after each.
  var signed: [UInt8] {
    Array(["ecoredress-code-1", colour.rawValue, day.description, subject].map { $0 + "\n" }.joined().utf8)
  }

  /// What the square holds. The subject comes last, since its name may hold spaces.
  /// - Parameters:
  ///   - key: the name of the key.
  ///   - signature: Base64 for addresses (RFC 4648 §5), without padding.
  func text(key: String, signature: String) -> String {
    "\(Self.form) \(colour.rawValue) \(day) \(key) \(signature) \(subject)"
  }
}
