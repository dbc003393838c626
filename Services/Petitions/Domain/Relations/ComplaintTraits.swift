import Civics
import Contracts
import FoundationEssentials

/// What a complaint is found by among others, before it is hashed: who, about what, in which words, where.
struct ComplaintTraits: Sendable {
  /// The most traits kept of one complaint.
  static let most = 24

  /// In the order of their use.
  private(set) var seeds: [(kind: TraitKind, text: String)] = []

  init(_ complaint: ComplaintSubmitted, subject: SubjectKey?, likeness: Likeness) {
    for person in [complaint.reporter].compactMap({ $0 }) + (complaint.visit?.representatives ?? []) {
      // As the vault hashes them for search.
      add(.person, person.phone.flatMap(ContactForm.phone))
      add(.person, person.email.flatMap(ContactForm.email))
    }
    add(.person, complaint.supervisor.map { "supervisor \($0)" })
    // People know the city they are in better than the county.
    let city = complaint.region.prefix(4)
    if let subject { add(.site, "subject \(subject)") }
    if let name = complaint.subject?.siteName, let slug = try? SiteSlug(name: name) {
      add(.site, "site \(city) \(slug)")
    }
    let words = FoldedText.fold(complaint.content)
    if words.characters >= likeness.characters { add(.text, "text \(complaint.region) \(words.text)") }
    addNear(complaint, city: city, likeness: likeness)
  }

  /// Of the same kind, at the same place.
  private mutating func addNear(_ complaint: ComplaintSubmitted, city: Substring, likeness: Likeness) {
    let kind = complaint.category.rawValue
    if let place = complaint.place {
      if let longitude = place.longitude, let latitude = place.latitude {
        let cells = NearCells.of(
          longitude: Self.double(longitude), latitude: Self.double(latitude), metres: likeness.metres)
        for cell in cells { add(.near, "cell \(kind) \(cell)") }
      }
      if let grid = place.grid { add(.near, "grid \(kind) \(city) \(grid)") }
      if let area = place.area, area.utf8.count > 9 { add(.near, "area \(kind) \(area)") }
    }
    if let location = complaint.location {
      let folded = FoldedText.fold(location)
      if folded.characters > 0 { add(.near, "location \(kind) \(city) \(folded.text)") }
    }
  }

  private mutating func add(_ kind: TraitKind, _ text: String?) {
    guard let text, seeds.count < Self.most else { return }
    seeds.append((kind, text))
  }

  private static func double(_ decimal: Decimal) -> Double { Double(decimal.description) ?? .nan }
}
