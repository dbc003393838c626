/// The chance that one contributor brings to a draw: 32 bytes, kept secret until the pool is fixed.
///
/// Before anybody can know the pool, the contributor publishes the seed's commitment. When the pool is fixed, the seed is
/// revealed, and everybody can see that it is the one committed to. With several contributors no one of them can steer
/// the draw, even one who knows the pool and all other seeds: each must have committed before.
public struct DrawSeed: Sendable, Equatable {
  /// Who brings it: a service, a bureau, a party.
  public let contributor: String
  /// The 32 bytes as 64 hexadecimal digits in lower case.
  public let hexadecimal: String

  /// - Throws: `notHexadecimal` when it is not 64 digits, `notOneLine` for a contributor without a proper name.
  public init(contributor: String, hexadecimal: String) throws(DrawError) {
    guard DrawHash.isOneLine(contributor) else { throw .notOneLine(contributor) }
    guard hexadecimal.utf8.count == 64,
      hexadecimal.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw .notHexadecimal }
    self.contributor = contributor
    self.hexadecimal = hexadecimal
  }

  /// A seed that nobody can foresee, from the system's source of randomness.
  public static func random(contributor: String) throws(DrawError) -> DrawSeed {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return try DrawSeed(contributor: contributor, hexadecimal: DrawHash.hexadecimal(bytes))
  }

  /// What is published beforehand: SHA-256 of `ecoredress-draw-1 commitment`, the purpose, the contributor and the seed,
  /// each with a line feed after it. The purpose binds the seed to one draw.
  public func commitment(for purpose: String) -> String {
    DrawHash.hexadecimal(
      DrawHash.sha256(["\(ProvableDraw.algorithm) commitment", purpose, contributor, hexadecimal]))
  }
}
