/// What a filter demands of one attribute: no event passes that does not meet it. Meeting it may not be enough.
enum AttributeDemand: Sendable, Equatable {
  case oneOf(Set<String>)
  case prefix(String)

  /// Both demands at once.
  func and(_ other: AttributeDemand) -> AttributeDemand {
    switch (self, other) {
    case (.oneOf(let left), .oneOf(let right)): .oneOf(left.intersection(right))
    case (.oneOf(let texts), .prefix(let prefix)), (.prefix(let prefix), .oneOf(let texts)):
      .oneOf(texts.filter { $0.utf8.starts(with: prefix.utf8) })
    case (.prefix(let left), .prefix(let right)): .prefix(left.utf8.count < right.utf8.count ? right : left)
    }
  }

  /// Either of the demands; nil when nothing simple is left of them.
  func or(_ other: AttributeDemand) -> AttributeDemand? {
    switch (self, other) {
    case (.oneOf(let left), .oneOf(let right)): .oneOf(left.union(right))
    case (.prefix(let left), .prefix(let right)) where left == right: self
    default: nil
    }
  }
}

/// The demands of a filter by attribute.
typealias AttributeDemands = [String: AttributeDemand]

extension AttributeDemands {
  /// What two filters demand together.
  func and(_ other: AttributeDemands) -> AttributeDemands { merging(other) { $0.and($1) } }

  /// What is demanded whichever of two filters lets an event pass.
  func or(_ other: AttributeDemands) -> AttributeDemands {
    var demands: AttributeDemands = [:]
    for (name, demand) in self { demands[name] = other[name].flatMap(demand.or) }
    return demands
  }
}
