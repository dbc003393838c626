public import FoundationEssentials

extension JSON {
  /// The text of a string, or nil for any other kind.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The value of a boolean, or nil for any other kind.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The exact whole number, or nil when this is none, has a fraction or exponent, or does not fit.
  public var integer: Int64? {
    if case .number(let text) = self { Int64(text) } else { nil }
  }

  /// The exact decimal number, or nil when this is none or needs more than the 38 digits that `Decimal` keeps.
  public var decimal: Decimal? {
    guard case .number(let text) = self else { return nil }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    guard mantissa.count(where: \.isNumber) <= 38 else { return nil }
    return Decimal(string: text)
  }

  /// The elements of an array, or nil for any other kind.
  public var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members of an object, or nil for any other kind.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of that name, or nil when this is no object or has none.
  public subscript(name: String) -> JSON? { object?[name] }

  /// True for `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
