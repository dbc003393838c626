/// How what the API answers about one thing is written where no template says it: what is left out, what leads where.
public struct RecordLook: Sendable {
  /// Fields that no reader has a use for.
  let hidden: Set<String>
  /// The page that a field leads to, with `{}` where its value goes: `"caseId": "/pages/cases/{}"`.
  let links: [String: String]
  /// Objects of which only these parts are written, one after another: pack, version and article of a rule.
  let digests: [String: [String]]
  /// Which words of a state are `red`, `amber` or `green`.
  let colours: [String: String]

  public init(
    hidden: Set<String> = [], links: [String: String] = [:], digests: [String: [String]] = [:],
    colours: [String: String] = [:]
  ) {
    self.hidden = hidden
    self.links = links
    self.digests = digests
    self.colours = colours
  }

  /// The page of what a field names.
  func link(_ name: String, _ value: String?) -> String? {
    guard let pattern = links[name] else { return nil }
    return PagePath.filled(pattern) { _ in value }
  }
}
