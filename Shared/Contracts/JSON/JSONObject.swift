public import FoundationEssentials

/// The members of a JSON object in the order written, each name once.
public struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
  /// The members in order.
  public private(set) var members: [JSONMember]

  /// An object without members.
  public init() { members = [] }

  /// An object of these members; of several with one name the last counts.
  public init(_ members: [JSONMember]) {
    self.init()
    self.members.reserveCapacity(members.count)
    for member in members { self[member.name] = member.value }
  }

  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements.map { JSONMember(name: $0, value: $1) })
  }

  /// For the parser, which has made sure that no name comes twice.
  init(distinct members: [JSONMember]) { self.members = members }

  /// The value of a name; setting nil removes the member, setting a new name appends it.
  public subscript(name: String) -> JSON? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(JSONMember(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Writes a field; a field without a value is left out, never written as `null`.
  public mutating func set(_ name: String, _ value: JSON?) { self[name] = value }
  /// Writes a text.
  public mutating func set(_ name: String, _ value: String?) { self[name] = value.map(JSON.string) }
  /// Writes a whole number.
  public mutating func set(_ name: String, _ value: Int64?) { self[name] = value.map { JSON.integer($0) } }
  /// Writes a whole number.
  public mutating func set(_ name: String, _ value: Int?) { self[name] = value.map { JSON.integer($0) } }
  /// Writes a truth value.
  public mutating func set(_ name: String, _ value: Bool?) { self[name] = value.map(JSON.bool) }
  /// Writes an instant in UTC.
  public mutating func set(_ name: String, _ value: Date?) { self[name] = value.map { .string(RFC3339.text(of: $0)) } }
  /// Writes a UUID in lower case.
  public mutating func set(_ name: String, _ value: UUID?) { self[name] = value.map { .string($0.lowercased) } }
  /// Writes a code of a closed or open list.
  public mutating func set(_ name: String, code: (some RawRepresentable<String>)?) {
    self[name] = (code?.rawValue).map(JSON.string)
  }
  /// Writes a list of texts.
  public mutating func set(_ name: String, _ value: [String]?) {
    self[name] = value.map { .array($0.map(JSON.string)) }
  }
  /// Writes a list of codes.
  public mutating func set(_ name: String, codes: [some RawRepresentable<String>]?) {
    self[name] = codes.map { .array($0.map { .string($0.rawValue) }) }
  }
  /// Writes a list of objects.
  public mutating func set(_ name: String, _ value: [some JSONConvertible]?) {
    self[name] = value.map { .array($0.map(\.json)) }
  }
  /// Writes an object.
  public mutating func set(_ name: String, _ value: (some JSONConvertible)?) { self[name] = value?.json }
}

extension JSONObject: Equatable {
  /// Objects are equal when they hold equal values under the same names, in whatever order (RFC 8259 §4).
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.count == right.members.count && left.members.allSatisfy { right[$0.name] == $0.value }
  }
}
