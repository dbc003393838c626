public import FoundationEssentials

extension UUID {
  /// Reads the form of RFC 9562, of either case; nil for whatever else. `init(uuidString:)` asks the C library to scan it,
  /// which takes ten times as long, and takes a sign or a space for a digit.
  public init?(text: String) {
    var text = text
    let read: uuid_t? = text.withUTF8 { characters in
      guard characters.count == 36 else { return nil }
      var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      let isWhole = withUnsafeMutableBytes(of: &uuid) { bytes in
        var position = 0
        for index in bytes.indices {
          if index == 4 || index == 6 || index == 8 || index == 10 {
            guard characters[position] == Byte.minus else { return false }
            position += 1
          }
          guard let high = Byte.hexadecimalDigit(characters[position]),
            let low = Byte.hexadecimalDigit(characters[position + 1])
          else { return false }
          bytes[index] = high << 4 | low
          position += 2
        }
        return true
      }
      return isWhole ? uuid : nil
    }
    guard let read else { return nil }
    self.init(uuid: read)
  }

  /// The form of RFC 9562: 36 characters, lower case. `uuidString` writes upper case, which compares as another text.
  public var lowercased: String {
    withUnsafeBytes(of: uuid) { bytes in
      String(unsafeUninitializedCapacity: 36) { output in
        var position = 0
        for (index, byte) in bytes.enumerated() {
          if index == 4 || index == 6 || index == 8 || index == 10 {
            output[position] = Byte.minus
            position += 1
          }
          output[position] = Byte.hexadecimal(byte >> 4)
          output[position + 1] = Byte.hexadecimal(byte & 0x0F)
          position += 2
        }
        return position
      }
    }
  }
}
