import Civics
import Contracts

/// Which events a subscription gets. Every part must match; an empty list of colours lets every colour pass.
struct EventFilter: Sendable, Equatable {
  /// Whole event types, or beginnings of them that end in a dot, such as `ecoredress.petition.`.
  let types: [String]
  /// Six-digit codes; a division covers those below it.
  let regions: [RegionCode]
  let colours: [Colour]

  func matches(_ features: EventFeatures) -> Bool {
    types.contains { EventFilter.names($0, features.type) }
      && regions.contains { region in features.region.map(region.covers) ?? (region == .country) }
      && (colours.isEmpty || features.colour.map(colours.contains) ?? false)
  }

  /// Whether a pattern stands for an event type.
  static func names(_ pattern: String, _ type: EventType) -> Bool {
    pattern.hasSuffix(".") ? type.rawValue.hasPrefix(pattern) : type.rawValue == pattern
  }

  /// What agencies may subscribe to: the events of these topics, present and future.
  static let topics: [Topic] = [.petitions, .scores, .compensations]

  /// The types there are today.
  static let knownTypes = ContractCatalogue.contracts.filter { topics.contains($0.topic) }.map(\.type)

  /// Whether a pattern stands for any event an agency can get.
  static func isKnown(_ pattern: String) -> Bool { knownTypes.contains { names(pattern, $0) } }
}
