public import FoundationEssentials

extension JSONFields {
  /// The largest amount taken, in fen: ten trillion yuan, which still fits the exact whole numbers of JavaScript.
  public static let largestAmount: Int64 = 1_000_000_000_000_000

  /// An amount of money in whole fen that may be absent.
  public func optionalFen(_ name: String, minimum: Int64 = 0) throws(ContractViolation) -> Int64? {
    try optionalInteger(name, in: Int(minimum)...Int(Self.largestAmount)).map(Int64.init)
  }

  /// An amount of money in whole fen.
  public func fen(_ name: String, minimum: Int64 = 0) throws(ContractViolation) -> Int64 {
    try required(try optionalFen(name, minimum: minimum), name)
  }

  /// An exact decimal number that may be absent.
  public func optionalDecimal(_ name: String) throws(ContractViolation) -> Decimal? {
    guard let value = value(name) else { return nil }
    guard case .number = value else { throw Self.wrongKind(value, wanted: "number", field: path(name)) }
    guard let decimal = value.decimal else {
      throw violation(.fieldRange, name, "The number has more digits than can be kept exactly.")
    }
    return decimal
  }

  /// An exact decimal number.
  public func decimal(_ name: String) throws(ContractViolation) -> Decimal {
    try required(try optionalDecimal(name), name)
  }

  /// Bytes written in Base64 that may be absent.
  /// - Parameter limit: the most bytes they may decode to.
  public func optionalBase64(_ name: String, limit: Int) throws(ContractViolation) -> [UInt8]? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else { throw Self.wrongKind(value, wanted: "string", field: path(name)) }
    guard text.utf8.count <= (limit + 2) / 3 * 4 else {
      throw violation(.fieldTooLong, name, "The field holds more than \(limit) bytes.")
    }
    guard let bytes = Base64.decode(text), !bytes.isEmpty else {
      throw violation(.fieldFormat, name, "Expected Base64 with padding (RFC 4648 §4).")
    }
    return bytes
  }

  /// Bytes written in Base64.
  public func base64(_ name: String, limit: Int) throws(ContractViolation) -> [UInt8] {
    try required(try optionalBase64(name, limit: limit), name)
  }

  /// Texts by name; absent counts as empty.
  public func texts(_ name: String, maximum: Int = 64, limit: Int = 1024) throws(ContractViolation) -> [String: String]
  {
    guard let value = value(name) else { return [:] }
    let fields = try JSONFields(value, path: path(name))
    guard fields.object.members.count <= maximum else { throw violation(.tooManyItems, name) }
    var texts: [String: String] = [:]
    for member in fields.object.members { texts[member.name] = try fields.optionalText(member.name, limit: limit) }
    return texts
  }
}
