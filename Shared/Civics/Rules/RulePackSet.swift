public import FoundationEssentials

/// All loaded packs. Tells which rules hold for a profile at an instant.
public struct RulePackSet: Sendable {
  /// Every pack, by name and first day in force.
  public let packs: [RulePack]
  private let spans: [String: [Span]]

  private struct Span {
    let from: CivilDate
    /// Nil with the name of the pack that has no version in force.
    let rules: RulesInForce?
    let missing: String
  }

  /// Refuses an empty set, two versions of one pack in force on one day, a pack that inherits from one that is not there,
  /// and packs that inherit from each other in a circle.
  public init(_ packs: [RulePack]) throws(RulePackError) {
    self.packs = packs.sorted { ($0.name, $0.effectiveFrom) < ($1.name, $1.effectiveFrom) }
    guard !packs.isEmpty else {
      throw RulePackError(file: "rule packs", line: nil, path: "", message: "there is no rule pack")
    }
    let byName = Dictionary(grouping: self.packs, by: \.name)
    for versions in byName.values { try Self.refuseOverlaps(versions) }
    var spans: [String: [Span]] = [:]
    for name in byName.keys.sorted() { spans[name] = try Self.spans(of: name, byName) }
    self.spans = spans
  }

  /// The profiles, ascending.
  public var profiles: [String] { spans.keys.sorted() }

  /// The rules that hold for a profile at an instant.
  public func rules(for profile: String, at instant: Date) throws(RuleLookupError) -> RulesInForce {
    try rules(for: profile, on: ShanghaiTime.day(of: instant))
  }

  /// The rules that hold for a profile on a day.
  public func rules(for profile: String, on day: CivilDate) throws(RuleLookupError) -> RulesInForce {
    guard let spans = spans[profile] else { throw .unknownProfile(profile) }
    guard let span = spans.last(where: { $0.from <= day }) else {
      throw .notInForce(profile: profile, missing: profile, day: day)
    }
    guard let rules = span.rules else { throw .notInForce(profile: profile, missing: span.missing, day: day) }
    return rules
  }

  /// The first days of the spans in which the rules of a profile stay the same, ascending; empty for an unknown profile.
  /// Between two of them nothing changes; at one of them anything may.
  public func turningDays(of profile: String) -> [CivilDate] { (spans[profile] ?? []).map(\.from) }

  /// The profile for a division: the pack of the lowest division that covers it; nil if none does.
  public func profile(for region: RegionCode) -> String? {
    packs.filter { $0.region.covers(region) }.max { $0.region.level < $1.region.level }?.name
  }

  private static func refuseOverlaps(_ versions: [RulePack]) throws(RulePackError) {
    for (earlier, later) in zip(versions, versions.dropFirst()) where earlier.isInForce(on: later.effectiveFrom) {
      throw RulePackError(
        file: later.name, line: nil, path: "effective",
        message: "version \(later.version), in force from \(later.effectiveFrom), overlaps version \(earlier.version), "
          + "in force from \(earlier.effectiveFrom)" + (earlier.effectiveThrough.map { " through \($0)" } ?? ""))
    }
  }

  private static func spans(of name: String, _ byName: [String: [RulePack]]) throws(RulePackError) -> [Span] {
    var days: Set<CivilDate> = []
    var visited: Set<String> = []
    var open = [name]
    while let current = open.popLast() {
      guard visited.insert(current).inserted else { continue }
      for pack in byName[current] ?? [] {
        days.insert(pack.effectiveFrom)
        if let last = pack.effectiveThrough { days.insert(last.next) }
        if let parent = pack.inherits { open.append(parent) }
      }
    }
    var spans: [Span] = []
    for day in days.sorted() { spans.append(try span(of: name, on: day, byName)) }
    return spans
  }

  private static func span(of name: String, on day: CivilDate, _ byName: [String: [RulePack]]) throws(RulePackError)
    -> Span
  {
    var chain: [RulePack] = []
    var next: String? = name
    while let current = next {
      guard let versions = byName[current] else {
        throw RulePackError(
          file: chain.last?.name ?? name, line: nil, path: "inherits", message: "there is no rule pack “\(current)”")
      }
      guard !chain.contains(where: { $0.name == current }) else {
        throw RulePackError(
          file: name, line: nil, path: "inherits",
          message: "inherits in a circle: " + (chain.map(\.name) + [current]).joined(separator: " → "))
      }
      guard let version = versions.first(where: { $0.isInForce(on: day) }) else {
        return Span(from: day, rules: nil, missing: current)
      }
      chain.append(version)
      next = version.inherits
    }
    return Span(from: day, rules: RulesInForce(profile: name, packs: chain), missing: "")
  }
}
