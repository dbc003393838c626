public import Contracts

/// What a change of a schema breaks for those who rely on it.
///
/// Whoever reads our events relies on what they may hold: nothing may go, become optional, widen or change its form. Whoever
/// writes to us relies on what we take: nothing may go, become required, narrow or change its form.
public struct SchemaComparison: Sendable {
  private let direction: EventContract.Direction
  private let oldWords: [String: JSON]
  private let newWords: [String: JSON]

  /// - Parameters:
  ///   - direction: whether we write what the schema describes, or take it.
  ///   - oldWords: what references of then lead to, by name: `$defs`, or the types of a document.
  ///   - newWords: the same of now.
  public init(direction: EventContract.Direction, oldWords: [String: JSON], newWords: [String: JSON]) {
    self.direction = direction
    self.oldWords = oldWords
    self.newWords = newWords
  }

  /// What breaks, each with its place; none when whoever relied on the old schema can rely on the new one.
  public func breaks(_ old: JSON, _ new: JSON, at place: String = "data") -> [String] {
    breaks(old, new, place, within: [])
  }

  /// - Parameter outer: the references that are being looked at: a type may hold itself.
  private func breaks(_ old: JSON, _ new: JSON, _ place: String, within outer: Set<String>) -> [String] {
    var outer = outer
    if let reference = old["$ref"]?.string {
      guard outer.insert("\(reference) \(new["$ref"]?.string ?? "")").inserted else { return [] }
    }
    let (old, new) = (Self.resolved(old, oldWords), Self.resolved(new, newWords))
    if Self.bare(old) != nil || Self.bare(new) != nil { return nullable(old, new, place, within: outer) }
    if let (was, now) = Self.both(Self.words(old), Self.words(new)) { return words(was, now, place) }
    guard old["type"] == new["type"], Self.words(old) == nil, Self.words(new) == nil else {
      return ["\(place): is of another type"]
    }
    var found = forms(old, new, place) + bounds(old, new, place)
    if let was = old["properties"]?.object { found += fields(was, old, new, place, within: outer) }
    if let (was, now) = Self.both(old["items"], new["items"]) { found += breaks(was, now, place + "[]", within: outer) }
    if let (was, now) = Self.both(old["additionalProperties"], new["additionalProperties"]), was.object != nil {
      found += breaks(was, now, place + "{}", within: outer)
    }
    return found
  }

  /// Whoever reads must be told of null before it comes; whoever writes it must go on being understood.
  private func nullable(_ old: JSON, _ new: JSON, _ place: String, within outer: Set<String>) -> [String] {
    let (was, now) = (Self.bare(old), Self.bare(new))
    let found = breaks(was ?? old, now ?? new, place, within: outer)
    switch direction {
    case .outbound where was == nil: return found + ["\(place): may be null now"]
    case .inbound where now == nil: return found + ["\(place): may not be null any more"]
    default: return found
    }
  }

  private func words(_ was: Set<String>, _ now: Set<String>, _ place: String) -> [String] {
    let lost = direction == .outbound ? now.subtracting(was) : was.subtracting(now)
    return lost.sorted().map { "\(place): the word \($0) is \(direction == .outbound ? "new" : "gone")" }
  }

  private func fields(
    _ was: JSONObject, _ old: JSON, _ new: JSON, _ place: String, within outer: Set<String>
  ) -> [String] {
    var found: [String] = []
    for field in was.members {
      guard let now = new["properties"]?[field.name] else {
        found.append("\(place).\(field.name): is gone")
        continue
      }
      found += breaks(field.value, now, "\(place).\(field.name)", within: outer)
    }
    let (then, today) = (Self.required(old), Self.required(new))
    switch direction {
    case .outbound: found += then.subtracting(today).sorted().map { "\(place).\($0): may be missing now" }
    case .inbound: found += today.subtracting(then).sorted().map { "\(place).\($0): must be there now" }
    }
    return found
  }

  private func forms(_ old: JSON, _ new: JSON, _ place: String) -> [String] {
    ["format", "pattern"].compactMap { word in
      guard old[word] != new[word] else { return nil }
      let isHarmless = direction == .outbound ? old[word] == nil : new[word] == nil
      return isHarmless ? nil : "\(place): its \(word) is another"
    }
  }

  private func bounds(_ old: JSON, _ new: JSON, _ place: String) -> [String] {
    let least = ["minimum", "minLength", "minItems"].map {
      ($0, Self.number(old, $0, -1e300), Self.number(new, $0, -1e300))
    }
    let most = ["maximum", "maxLength", "maxItems"].map {
      ($0, Self.number(old, $0, 1e300), Self.number(new, $0, 1e300))
    }
    let wider = least.filter { $0.2 < $0.1 } + most.filter { $0.2 > $0.1 }
    let narrower = least.filter { $0.2 > $0.1 } + most.filter { $0.2 < $0.1 }
    return (direction == .outbound ? wider : narrower).map { "\(place): its \($0.0) is another" }
  }

  private static func number(_ schema: JSON, _ word: String, _ standard: Double) -> Double {
    guard case .number(let text)? = schema[word] else { return standard }
    return Double(text) ?? standard
  }

  private static func required(_ schema: JSON) -> Set<String> {
    Set(schema["required"]?.array?.compactMap(\.string) ?? [])
  }

  /// The words of a closed list, nil for anything else.
  private static func words(_ schema: JSON) -> Set<String>? {
    let list =
      schema["oneOf"]?.array.map { $0.compactMap { $0["const"]?.string } }
      ?? schema["enum"]?.array?.compactMap(\.string)
    if let list, !list.isEmpty { return Set(list) }
    return schema["const"]?.string.map { [$0] }
  }

  private static func resolved(_ schema: JSON, _ words: [String: JSON]) -> JSON {
    guard let target = schema["$ref"]?.string else { return schema }
    return words[String(target.split(separator: "/").last ?? "")] ?? schema
  }

  /// What stands beside null, where a value may be null.
  private static func bare(_ schema: JSON) -> JSON? {
    guard let choices = schema["anyOf"]?.array, choices.count == 2, choices[1]["type"]?.string == "null" else {
      return nil
    }
    return choices[0]
  }

  private static func both<Value>(_ first: Value?, _ second: Value?) -> (Value, Value)? {
    if let first, let second { (first, second) } else { nil }
  }
}
