extension ConfigurationType where Value == Double {
  /// A number from 0 to 1.
  static var ratio: Self {
    Self(name: "number", range: "0…1") { text in Double(text).flatMap { (0...1).contains($0) ? $0 : nil } }
  }
}

extension ConfigurationType where Value == [String: String] {
  /// `name=value` separated by commas; what is special in a value is percent-encoded, as in OpenTelemetry's settings.
  static var pairs: Self {
    Self(name: "list", range: "name=value separated by commas, values percent-encoded") { text in
      var pairs: [String: String] = [:]
      for part in text.split(separator: ",") {
        guard let equals = part.firstIndex(of: "=") else { return nil }
        let name = trimmed(part[..<equals])
        guard !name.isEmpty, let value = decoded(trimmed(part[part.index(after: equals)...])),
          !value.utf8.contains(where: { $0 < 0x20 })
        else { return nil }
        pairs[name] = value
      }
      return pairs.isEmpty ? nil : pairs
    }
  }

  /// `%C3%A4` as the text it stands for; nil when it stands for none.
  private static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
