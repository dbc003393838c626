import Contracts

/// Where a service request stands, in the two words that GeoReport v2 has.
enum Open311Status: String, Sendable, CaseIterable {
  /// Until the case is filed (归档).
  case open
  case closed

  /// The last steps of a case: filed, or final after re-examination.
  private static let ends: Set<PetitionStatus> = [.archived, .final]

  init(_ status: PetitionStatus) { self = Self.ends.contains(status) ? .closed : .open }

  /// The stages of a petition that this word stands for.
  var stages: [PetitionStatus] { PetitionStatus.allCases.filter { Open311Status($0) == self } }
}
