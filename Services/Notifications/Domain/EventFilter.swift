import Civics
import Contracts

/// Which events a subscription gets. Every part must match; an empty list of kinds, colours or filters lets all pass.
struct EventFilter: Sendable, Hashable {
  /// Whole event types, or beginnings of them that end in a dot, such as `ecoredress.petition.`.
  let types: [String]
  /// Six-digit codes; a division covers those below it.
  let regions: [RegionCode]
  /// Texts of the attribute `kind`, such as the category of a petition.
  var kinds: [String] = []
  var colours: [Colour] = []
  /// Filters in the dialects of CloudEvents Subscriptions.
  var filters: [FilterExpression] = []

  func matches(_ features: EventFeatures) -> Bool {
    Part.allCases.allSatisfy { matches(features, $0) } && filters.allSatisfy { $0.matches(features.attributes) }
  }

  /// The parts beside the filters, by the names they have in a request.
  enum Part: String, Sendable, CaseIterable {
    case types
    case regions
    case kinds
    case colours
  }

  /// Whether one part lets an event pass.
  func matches(_ features: EventFeatures, _ part: Part) -> Bool {
    switch part {
    case .types: types.contains { EventFilter.names($0, features.type) }
    case .regions: regions.contains { region in features.region.map(region.covers) ?? (region == .country) }
    case .kinds: kinds.isEmpty || features.attributes["kind"].map(kinds.contains) ?? false
    case .colours: colours.isEmpty || features.colour.map(colours.contains) ?? false
    }
  }

  /// What is demanded of attributes, for an index.
  var demands: AttributeDemands {
    var demands = filters.reduce(AttributeDemands()) { $0.and($1.demands) }
    if !kinds.isEmpty { demands = demands.and(["kind": .oneOf(Set(kinds))]) }
    if !colours.isEmpty { demands = demands.and(["colour": .oneOf(Set(colours.map(\.rawValue)))]) }
    return demands
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
