/// The hash by which Kafka's Java client, and librdkafka's `murmur2` partitioners, choose a key's partition.
enum Murmur2 {
  private static let multiplier: UInt32 = 0x5BD1_E995

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = 0x9747_B28C ^ UInt32(truncatingIfNeeded: raw.count)
    let words = raw.count / 4
    for word in 0..<words {
      var value = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self))
      value = value &* multiplier
      value ^= value >> 24
      hash = (hash &* multiplier) ^ (value &* multiplier)
    }
    let rest = raw[(words * 4)...]
    if !rest.isEmpty {
      for (index, byte) in rest.enumerated() { hash ^= UInt32(byte) << (8 * UInt32(index)) }
      hash = hash &* multiplier
    }
    hash ^= hash >> 13
    hash = hash &* multiplier
    return hash ^ (hash >> 15)
  }
}
