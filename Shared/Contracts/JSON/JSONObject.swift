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
}

extension JSONObject: Equatable {
  /// Objects are equal when they hold equal values under the same names, in whatever order (RFC 8259 §4).
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.count == right.members.count && left.members.allSatisfy { right[$0.name] == $0.value }
  }
}
