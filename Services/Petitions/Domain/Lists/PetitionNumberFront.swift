import Contracts
import FoundationEssentials

/// What people have of a petition's number: its front, with year and region or from the letters on.
///
/// The letters are the front of the petition's id, so that the primary key finds all that begin alike. At least three
/// are asked for: with two, a list of a million petitions would be a thousand long.
struct PetitionNumberFront: Hashable, Sendable {
  /// The ids that begin so.
  let identifiers: ClosedRange<UUID>
  /// What the number is like in SQL: letters, digits, dashes and a `%` at the end, and at the front where year and region
  /// are not given.
  let pattern: String

  private static let yearAndRegion = 10
  private static let letters = 3...12

  /// Reads it as people type it: lower case, missing dashes, and O, I and L for 0 and 1 are forgiven.
  /// - Returns: nil when it is no front of a number, or too short.
  init?(_ written: String) {
    guard let values = PetitionNumber.values(written), !values.isEmpty else { return nil }
    let hasPlace = written.contains("-") ? Self.beginsWithYear(written) : values.count > Self.letters.upperBound
    let digits = hasPlace ? values.prefix(Self.yearAndRegion) : []
    let front = Array(values.dropFirst(digits.count))
    guard Self.letters.contains(front.count), digits.allSatisfy({ $0 < 10 }),
      !hasPlace || digits.count == Self.yearAndRegion
    else { return nil }
    identifiers = PetitionNumber.identifiers(front: front)
    let place = digits.map { String($0) }.joined()
    let text = PetitionNumber.grouped(front)
    pattern = (hasPlace ? "\(place.prefix(4))-\(place.dropFirst(4))-" : "%-") + text + "%"
  }

  /// `2024-360483-…`: four digits, a dash and six digits.
  private static func beginsWithYear(_ written: String) -> Bool {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false).prefix(2)
    return parts.map(\.utf8.count) == [4, 6] && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
