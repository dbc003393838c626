import Contracts

/// What a trait of a petition is of.
enum TraitKind: UInt8, Sendable, CaseIterable {
  case person = 1
  case site = 2
  case text = 3
  case near = 4

  /// What two petitions with an equal trait of this kind have in common.
  var reason: RelationReason {
    switch self {
    case .person: .samePerson
    case .site: .sameSite
    case .text: .sameText
    case .near: .near
    }
  }
}
