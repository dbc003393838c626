import FoundationEssentials

/// An X25519 key with the name under which envelopes refer to it.
public struct SealingKey: Sendable, Equatable, CustomStringConvertible {
  /// The name of the key, which changes when the key does.
  public let id: String
  /// 32 bytes, public or private by where it stands.
  public let bytes: [UInt8]

  public init(id: String, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }

  /// The name alone: the same type carries private keys.
  public var description: String { "sealing key \(id)" }
}

extension ConfigurationType where Value == SealingKey {
  /// `name:base64 of 32 bytes`.
  static var sealingKey: Self {
    Self(name: "key", range: "name:base64 of 32 bytes", read: SealingKey.read)
  }
}

extension ConfigurationType where Value == [SealingKey] {
  /// `name:base64,name:base64`.
  static var sealingKeys: Self {
    Self(name: "keys", range: "name:base64 of 32 bytes, separated by commas") { text in
      let entries = text.split(separator: ",")
      let keys = entries.compactMap { SealingKey.read(String($0.filter { !$0.isWhitespace })) }
      return keys.isEmpty || keys.count < entries.count ? nil : keys
    }
  }
}

extension ConfigurationType where Value == [UInt8] {
  /// Base64 of so many bytes.
  static func base64(_ range: ClosedRange<Int>) -> Self {
    Self(name: "base64", range: "\(range.lowerBound)…\(range.upperBound) bytes") { text in
      Data(base64Encoded: text).flatMap { range.contains($0.count) ? [UInt8]($0) : nil }
    }
  }
}

extension SealingKey {
  fileprivate static func read(_ text: String) -> SealingKey? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let bytes = Data(base64Encoded: String(parts[1])), bytes.count == 32
    else { return nil }
    return SealingKey(id: String(parts[0]), bytes: [UInt8](bytes))
  }
}
