public import FoundationEssentials

/// `numeric`, exactly: a number of more than 38 significant digits, which `Decimal` would round, is a decoding error.
extension Decimal: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .numeric }
  public static var postgresArrayType: PostgresType { .numericArray }

  private static let negative: UInt16 = 0x4000
  private static let notANumber: UInt16 = 0xC000

  // The binary form (numeric_send): count of base-10000 digits, weight of the first, sign, digits after the point.
  public func encode(into buffer: inout [UInt8]) {
    guard !isNaN else { return Self.append(&buffer, digits: [], weight: 0, sign: Self.notANumber, scale: 0) }
    let text = description.utf8
    let parts = text.drop { $0 == UInt8(ascii: "-") }.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var whole = parts.first.map { [UInt8]($0) } ?? []
    var fraction = parts.count > 1 ? [UInt8](parts[1]) : []
    let scale = fraction.count
    let zero = UInt8(ascii: "0")
    whole.insert(contentsOf: repeatElement(zero, count: (4 - whole.count % 4) % 4), at: 0)
    fraction.append(contentsOf: repeatElement(zero, count: (4 - fraction.count % 4) % 4))
    var weight = whole.count / 4 - 1
    var digits = stride(from: 0, to: whole.count + fraction.count, by: 4).map { start in
      (start..<start + 4).reduce(0 as UInt16) { value, index in
        let digit = index < whole.count ? whole[index] : fraction[index - whole.count]
        return value * 10 + UInt16(digit &- zero)
      }
    }
    while digits.first == 0 {
      digits.removeFirst()
      weight -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    let sign = text.first == UInt8(ascii: "-") ? Self.negative : 0
    Self.append(&buffer, digits: digits, weight: digits.isEmpty ? 0 : weight, sign: sign, scale: scale)
  }

  private static func append(_ buffer: inout [UInt8], digits: [UInt16], weight: Int, sign: UInt16, scale: Int) {
    buffer.appendInteger(UInt16(digits.count))
    buffer.appendInteger(Int16(truncatingIfNeeded: weight))
    buffer.appendInteger(sign)
    buffer.appendInteger(UInt16(truncatingIfNeeded: scale))
    for digit in digits { buffer.appendInteger(digit) }
  }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Decimal {
    guard type == .numeric else { return Decimal(try bytes.anyInteger(type: type, as: Int64.self)) }
    let count = Int(try bytes.integer(at: 0, as: UInt16.self))
    let weight = Int(try bytes.integer(at: 2, as: Int16.self))
    let sign = try bytes.integer(at: 4, as: UInt16.self)
    if sign == notANumber { return .nan }
    guard sign == 0 || sign == negative else { throw PostgresMismatch("an infinite number") }
    guard bytes.byteCount == 8 + count * 2 else { throw .length(bytes.byteCount) }
    guard count > 0 else { return .zero }
    // Trailing zeros of the last digit group are not significant; leaving them out keeps 38 digits 38 digits.
    var exponent = (weight - count + 1) * 4
    var last = Int(try bytes.integer(at: 6 + count * 2, as: UInt16.self))
    var lastBase = 10_000
    while last != 0, last % 10 == 0 {
      last /= 10
      lastBase /= 10
      exponent += 1
    }
    guard (-128...127).contains(exponent) else { throw PostgresMismatch("the number does not fit") }
    var significand = Decimal.zero
    var digitCount = 0
    for index in 0..<count {
      let isLast = index == count - 1
      let group = isLast ? last : Int(try bytes.integer(at: 8 + index * 2, as: UInt16.self))
      significand = significand * Decimal(isLast ? lastBase : 10_000) + Decimal(group)
      digitCount += index == 0 ? String(group).count : String(isLast ? lastBase : 10_000).count - 1
    }
    guard digitCount <= 38 else { throw PostgresMismatch("more than 38 significant digits") }
    return Decimal(sign: sign == negative ? .minus : .plus, exponent: exponent, significand: significand)
  }
}
