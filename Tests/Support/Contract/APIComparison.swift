import Contracts

/// What of an HTTP contract breaks those who wrote a client against the released one.
public struct APIComparison: Sendable {
  private let old: ReleasedContract
  private let new: ReleasedContract

  public init(released: ReleasedContract, today: ReleasedContract) {
    old = released
    new = today
  }

  /// What breaks, a line each, sorted.
  public var breaks: [String] {
    old.operations.sorted { $0.key < $1.key }.flatMap { name, was -> [String] in
      guard let now = new.operations[name] else { return ["\(name): is gone"] }
      let found =
        access(was, now) + parameters(was, now) + body(was["requestBody"], now["requestBody"]) + answers(was, now)
        + codes(was, now)
      return found.map { "\(name): \($0)" }
    }
  }

  private func access(_ was: JSON, _ now: JSON) -> [String] {
    guard let today = Self.roles(now) else { return [] }
    guard let then = Self.roles(was) else { return ["a token is needed now"] }
    if today.isEmpty { return [] }
    if then.isEmpty { return ["a role is needed now"] }
    return then.subtracting(today).sorted().map { "the role \($0) may not call it any more" }
  }

  /// Nil for everybody, none for whoever has a token.
  private static func roles(_ operation: JSON) -> Set<String>? {
    let choices = operation["security"]?.array ?? []
    guard !choices.isEmpty else { return nil }
    return Set(choices.flatMap { $0["bearer"]?.array?.compactMap(\.string) ?? [] })
  }

  private func parameters(_ was: JSON, _ now: JSON) -> [String] {
    let (then, today) = (Self.parameters(was), Self.parameters(now))
    let lost = then.sorted { $0.key < $1.key }.flatMap { name, parameter -> [String] in
      guard let other = today[name] else { return ["the parameter \(name) is gone"] }
      let schemas = comparison(.inbound).breaks(parameter["schema"] ?? [:], other["schema"] ?? [:], at: name)
      let isDemanded = parameter["required"]?.bool != true && other["required"]?.bool == true
      return schemas + (isDemanded ? ["the parameter \(name) must be given now"] : [])
    }
    let demanded = today.filter { then[$0.key] == nil && $0.value["required"]?.bool == true }.keys.sorted()
    return lost + demanded.map { "the parameter \($0) must be given now" }
  }

  /// By name; those that many operations share are references.
  private static func parameters(_ operation: JSON) -> [String: JSON] {
    let pairs = (operation["parameters"]?.array ?? []).map { parameter -> (String, JSON) in
      switch parameter["$ref"]?.string?.split(separator: "/").last {
      case "IfMatchRequired": return ("If-Match", ["required": true])
      case "IfMatch": return ("If-Match", [:])
      case let name?: return (String(name), [:])
      case nil: return (parameter["name"]?.string ?? "", parameter)
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func body(_ was: JSON?, _ now: JSON?) -> [String] {
    guard let was else { return now?["required"]?.bool == true ? ["a body must be sent now"] : [] }
    guard let now else { return ["the body is gone"] }
    let isDemanded = was["required"]?.bool != true && now["required"]?.bool == true
    return (isDemanded ? ["the body must be sent now"] : []) + contents(was, now, .inbound, at: "body")
  }

  private func answers(_ was: JSON, _ now: JSON) -> [String] {
    let (then, today) = (Self.answers(was), Self.answers(now))
    let lost = then.sorted { $0.key < $1.key }.flatMap { status, answer -> [String] in
      guard let other = today[status] else { return ["the answer \(status) is gone"] }
      let isTagLost = answer["headers"]?["ETag"] != nil && other["headers"]?["ETag"] == nil
      return (isTagLost ? ["the ETag of \(status) is gone"] : []) + contents(answer, other, .outbound, at: status)
    }
    return lost + today.keys.filter { then[$0] == nil }.sorted().map { "the answer \($0) is new" }
  }

  private static func answers(_ operation: JSON) -> [String: JSON] {
    let all = (operation["responses"]?.object?.members ?? []).map { ($0.name, $0.value) }
    return Dictionary(all.filter { $0.0 < "400" }) { first, _ in first }
  }

  private func contents(_ was: JSON, _ now: JSON, _ direction: EventContract.Direction, at place: String) -> [String] {
    (was["content"]?.object?.members ?? []).flatMap { media -> [String] in
      guard let other = now["content"]?[media.name] else { return ["\(place): \(media.name) is gone"] }
      return comparison(direction).breaks(media.value["schema"] ?? [:], other["schema"] ?? [:], at: place)
    }
  }

  private func codes(_ was: JSON, _ now: JSON) -> [String] {
    Self.codes(was).subtracting(Self.codes(now)).sorted().map { "the code \($0) is gone" }
  }

  private static func codes(_ operation: JSON) -> Set<String> {
    let answers = operation["responses"]?.object?.members ?? []
    return Set(answers.flatMap { $0.value["x-codes"]?.array?.compactMap(\.string) ?? [] })
  }

  private func comparison(_ direction: EventContract.Direction) -> SchemaComparison {
    SchemaComparison(direction: direction, oldWords: old.types, newWords: new.types)
  }
}
