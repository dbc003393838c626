public import FoundationEssentials

extension JSONObject {
  /// Writes a field; a field without a value is left out, never written as `null`.
  public mutating func set(_ name: String, _ value: JSON?) { self[name] = value }
  /// Writes a text.
  public mutating func set(_ name: String, _ value: String?) { self[name] = value.map(JSON.string) }
  /// Writes a whole number.
  public mutating func set(_ name: String, _ value: Int64?) { self[name] = value.map { JSON.integer($0) } }
  /// Writes a whole number.
  public mutating func set(_ name: String, _ value: Int?) { self[name] = value.map { JSON.integer($0) } }
  /// Writes an exact decimal number.
  public mutating func set(_ name: String, _ value: Decimal?) { self[name] = value.map { .number($0.description) } }
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
  /// Writes bytes in Base64.
  public mutating func set(_ name: String, base64 bytes: [UInt8]?) {
    self[name] = bytes.map { .string(Base64.encode($0)) }
  }
  /// Writes texts by name, in the order of their names.
  public mutating func set(_ name: String, _ value: [String: String]?) {
    self[name] = value.map { texts in
      .object(JSONObject(texts.sorted { $0.key < $1.key }.map { JSONMember(name: $0.key, value: .string($0.value)) }))
    }
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
