public import FoundationEssentials

extension UUID {
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
