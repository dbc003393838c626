import Contracts
import FoundationEssentials

/// How a subject is called and what it does, as a register told it.
struct SubjectRegistration: Sendable, Equatable {
  let subject: String
  let region: String
  let title: String
  let kind: SubjectKind
  let registeredAt: Date
  let source: String
  let externalId: String

  /// The title as it is searched: small letters, without spaces.
  static func folded(_ title: String) -> String { title.lowercased().filter { !$0.isWhitespace } }

  /// Every two neighbouring characters of a folded title: Chinese has no words to index.
  static func pairs(of folded: String) -> [String] {
    Set(zip(folded, folded.dropFirst()).map { String([$0, $1]) }).sorted()
  }
}
