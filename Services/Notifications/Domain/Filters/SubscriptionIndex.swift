import Civics
import Contracts
import FoundationEssentials

/// Finds the subscriptions that want an event, without looking at those that cannot.
///
/// A subscription is kept under its types and regions, and there under one attribute that its filter demands to have
/// certain texts or a certain beginning, if there is one. An event looks under its own: what it finds are candidates, whose
/// filters then decide. Subscriptions with the same filter are decided at once. Never changed; a new one is built when
/// subscriptions change.
struct SubscriptionIndex: Sendable {
  /// Above so many pairs of type and region, a subscription is kept under its types alone.
  private static let pairLimit = 64

  private struct Place: Hashable {
    let pattern: String
    /// Nil for subscriptions that are not kept under regions.
    let region: RegionCode?
  }

  /// Subscriptions with one filter.
  private struct Group: Sendable {
    let filter: EventFilter
    var subscriptions: [UUID]
  }

  /// What is kept at one place: numbers of groups.
  private struct Shelf: Sendable {
    var always: [Int] = []
    var byText: [String: [String: [Int]]] = [:]
    /// By attribute, then by the number of characters of the beginning.
    var byBeginning: [String: [Int: [String: [Int]]]] = [:]
  }

  private var groups: [Group] = []
  private var shelves: [Place: Shelf] = [:]

  /// How many subscriptions there are.
  private(set) var count = 0

  init(_ filters: [UUID: EventFilter] = [:]) {
    count = filters.count
    var numbers: [EventFilter: Int] = [:]
    for (id, filter) in filters {
      if let number = numbers[filter] {
        groups[number].subscriptions.append(id)
      } else {
        numbers[filter] = groups.count
        groups.append(Group(filter: filter, subscriptions: [id]))
      }
    }
    for number in groups.indices { keep(number) }
  }

  /// The subscriptions whose filters let an event pass, in no order.
  func subscriptions(for features: EventFeatures) -> [UUID] {
    candidates(for: features).flatMap { groups[$0].filter.matches(features) ? groups[$0].subscriptions : [] }
  }

  /// How many filters an event is held against.
  func candidateCount(for features: EventFeatures) -> Int { candidates(for: features).count }

  private func candidates(for features: EventFeatures) -> Set<Int> {
    var found: Set<Int> = []
    let regions = (features.region.map { [$0] + $0.ancestors } ?? [.country]) + [nil]
    for pattern in SubscriptionIndex.patterns(of: features.type) {
      for region in regions {
        guard let shelf = shelves[Place(pattern: pattern, region: region)] else { continue }
        found.formUnion(shelf.always)
        for (attribute, texts) in shelf.byText {
          if let groups = features.attributes[attribute].flatMap({ texts[$0] }) { found.formUnion(groups) }
        }
        for (attribute, lengths) in shelf.byBeginning {
          guard let text = features.attributes[attribute] else { continue }
          for (length, beginnings) in lengths {
            if let groups = beginnings[String(text.unicodeScalars.prefix(length))] { found.formUnion(groups) }
          }
        }
      }
    }
    return found
  }

  /// Everything a subscription may name to get events of a type: the type, and its beginnings up to each dot.
  private static func patterns(of type: EventType) -> [String] {
    let text = type.rawValue
    return [text] + text.indices.filter { text[$0] == "." }.map { String(text[...$0]) }
  }

  private mutating func keep(_ number: Int) {
    let filter = groups[number].filter
    let regions: [RegionCode?] =
      filter.types.count * filter.regions.count <= SubscriptionIndex.pairLimit ? filter.regions : [nil]
    let demand = SubscriptionIndex.mostTelling(filter.demands)
    for pattern in Set(filter.types) {
      for region in Set(regions) {
        let place = Place(pattern: pattern, region: region)
        switch demand {
        case nil: shelves[place, default: Shelf()].always.append(number)
        case (let attribute, .oneOf(let texts))?:
          for text in texts {
            shelves[place, default: Shelf()].byText[attribute, default: [:]][text, default: []].append(number)
          }
        case (let attribute, .prefix(let beginning))?:
          shelves[place, default: Shelf()].byBeginning[attribute, default: [:]][
            beginning.unicodeScalars.count, default: [:]][beginning, default: []].append(number)
        }
      }
    }
  }

  /// The demand that fewest events are likely to meet: few texts rather than many, a text rather than a beginning, what
  /// has many values (`subject`) rather than what has few (`kind`).
  private static func mostTelling(_ demands: AttributeDemands) -> (String, AttributeDemand)? {
    demands.min { left, right in rank(left) < rank(right) }.map { ($0.key, $0.value) }
  }

  private static func rank(_ demand: AttributeDemands.Element) -> (Int, Int, Int, String) {
    let common = ["kind": 1, "colour": 1, "type": 2, "region": 2, "source": 3, "specversion": 4, "datacontenttype": 4]
    return switch demand.value {
    case .oneOf(let texts): (common[demand.key] ?? 0, 0, texts.count, demand.key)
    case .prefix(let text): (common[demand.key] ?? 0, 1, -text.utf8.count, demand.key)
    }
  }
}
