/// Error correction over the field of 256 elements of QR codes (x⁸ + x⁴ + x³ + x² + 1).
enum ReedSolomon {
  /// The powers of 2 in the field, twice over, so that exponents need no reduction.
  static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var value = 1
    for _ in 0..<510 {
      powers.append(UInt8(value))
      value <<= 1
      if value > 255 { value ^= 0x11D }
    }
    return powers
  }()

  private static let exponents: [Int] = {
    var exponents = [Int](repeating: 0, count: 256)
    for exponent in 0..<255 { exponents[Int(powers[exponent])] = exponent }
    return exponents
  }()

  static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
    guard left != 0, right != 0 else { return 0 }
    return powers[exponents[Int(left)] + exponents[Int(right)]]
  }

  /// The codewords that correct a block: the remainder of its division by the product of (x − 2ⁱ).
  static func correction(of block: [UInt8], count: Int) -> [UInt8] {
    var divisor: [UInt8] = [1]
    for exponent in 0..<count {
      var next = divisor + [0]
      for index in divisor.indices { next[index + 1] ^= multiply(divisor[index], powers[exponent]) }
      divisor = next
    }
    var remainder = [UInt8](repeating: 0, count: count)
    for byte in block {
      let factor = byte ^ remainder[0]
      remainder = Array(remainder.dropFirst()) + [0]
      for index in 0..<count { remainder[index] ^= multiply(divisor[index + 1], factor) }
    }
    return remainder
  }
}
