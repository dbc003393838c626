/// The pattern of the operator LIKE (CESQL 1.0 §3.4.3): `%` stands for any characters, `_` for one, `\%` and `\_` for
/// themselves.
struct LikePattern: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case any
    case one
    case scalar(Unicode.Scalar)
  }

  /// As it was written.
  let text: String
  private let parts: [Part]

  init(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var escaped = false
    for scalar in text.unicodeScalars {
      switch (scalar, escaped) {
      case ("%", true), ("_", true):
        // The backslash was no character of its own.
        parts[parts.count - 1] = .scalar(scalar)
      case ("%", false):
        if parts.last != .any { parts.append(.any) }
      case ("_", false): parts.append(.one)
      default: parts.append(.scalar(scalar))
      }
      escaped = scalar == "\\"
    }
    self.parts = parts
  }

  /// What every text that matches begins with, and whether it can be nothing else.
  var beginning: (text: String, isWhole: Bool) {
    var text = String.UnicodeScalarView()
    for part in parts {
      guard case .scalar(let scalar) = part else { return (String(text), false) }
      text.append(scalar)
    }
    return (String(text), true)
  }

  /// Whether a text matches, character by character (Unicode scalars), upper and lower case apart.
  ///
  /// Goes back to the last `%` alone when it is stuck: the time is at most the product of both lengths.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var (index, part) = (0, 0)
    var last: (part: Int, index: Int)?
    while index < scalars.count {
      if part < parts.count, parts[part] == .any {
        last = (part, index)
        part += 1
      } else if part < parts.count, parts[part] == .one || parts[part] == .scalar(scalars[index]) {
        index += 1
        part += 1
      } else if let back = last {
        last = (back.part, back.index + 1)
        (part, index) = (back.part + 1, back.index + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .any }
  }
}
