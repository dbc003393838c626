import Yams

/// A place in a YAML document that knows its file, line and path, so that every refusal says where.
struct PackNode {
  let node: Node
  let file: String
  let path: String

  /// The largest document read, in bytes. Rule packs are small; a larger file is a mistake.
  static let largest = 1 << 20

  /// Reads a document whose root is a mapping.
  static func root(yaml: String, file: String) throws(RulePackError) -> PackNode {
    guard yaml.utf8.count <= largest else {
      throw RulePackError(file: file, line: nil, path: "", message: "larger than \(largest) bytes")
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw RulePackError(file: file, line: nil, path: "", message: "not YAML: \(error)")
    }
    guard let node, node.mapping != nil else {
      throw RulePackError(file: file, line: node?.mark?.line, path: "", message: "must be a mapping of keys to values")
    }
    return PackNode(node: node, file: file, path: "")
  }

  func failure(_ message: String) -> RulePackError {
    RulePackError(file: file, line: node.mark?.line, path: path, message: message)
  }

  func at(_ key: String) throws(RulePackError) -> PackNode? {
    guard let mapping = node.mapping else { throw failure("must be a mapping of keys to values") }
    // Keys are compared as text: comparing nodes would resolve the tag of every key, which costs a hundred times more.
    return mapping.first { $0.key.scalar?.string == key }
      .map { PackNode(node: $0.value, file: file, path: path.isEmpty ? key : path + "." + key) }
  }

  func required(_ key: String) throws(RulePackError) -> PackNode {
    guard let found = try at(key) else { throw failure("“\(key)” is missing") }
    return found
  }

  /// Keys and values in the order of the document.
  func fields() throws(RulePackError) -> [(key: String, value: PackNode)] {
    guard let mapping = node.mapping else { throw failure("must be a mapping of keys to values") }
    var fields: [(key: String, value: PackNode)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw failure("keys must be words") }
      fields.append((name, PackNode(node: value, file: file, path: path.isEmpty ? name : path + "." + name)))
    }
    return fields
  }

  func onlyKeys(_ allowed: [String]) throws(RulePackError) {
    for (key, value) in try fields() where !allowed.contains(key) {
      throw RulePackError(
        file: file, line: value.node.mark?.line, path: path,
        message: "unknown key “\(key)”; expected one of \(allowed.joined(separator: ", "))")
    }
  }

  func text() throws(RulePackError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { throw failure("must be a word or a line of text") }
    return scalar.string
  }

  func elements() throws(RulePackError) -> [PackNode] {
    guard let sequence = node.sequence else { throw failure("must be a list") }
    return sequence.enumerated().map { PackNode(node: $1, file: file, path: path + "[\($0)]") }
  }

  func scalar(_ kind: RuleKind) throws(RulePackError) -> RuleValue {
    let text = try text()
    guard let value = RuleValue(scalar: text, kind: kind) else { throw failure("“\(text)” is not a \(kind.rawValue)") }
    return value
  }

  func day() throws(RulePackError) -> CivilDate {
    let text = try text()
    guard let day = CivilDate(text) else { throw failure("“\(text)” is not a day; write YYYY-MM-DD") }
    return day
  }
}
