/// Words in the one form in which they are compared: no spaces, no punctuation, ordinary small letters.
enum FoldedText {
  /// The folded words, and how many characters they have.
  ///
  /// Works on the bytes: complaints are folded at the door, each once.
  static func fold(_ text: String) -> (text: String, characters: Int) {
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var characters = 0
      var index = 0
      while index < bytes.count {
        let length = min(Self.length(bytes[index]), bytes.count - index)
        let character = UnsafeBufferPointer(rebasing: bytes[index..<(index + length)])
        let before = folded.count
        append(character, to: &folded)
        if folded.count > before { characters += 1 }
        index += length
      }
      return (String(decoding: folded, as: UTF8.self), characters)
    }
  }

  /// How many bytes the character has that begins with this one.
  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  private static func append(_ character: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    switch (character.count, character[0]) {
    case (1, let byte): appendASCII(byte, to: &folded)
    // U+2000–U+206F general punctuation, U+3000–U+303F Chinese punctuation.
    case (3, 0xE2) where character[1] <= 0x81: return
    case (3, 0xE3) where character[1] == 0x80: return
    // U+FF01–U+FF5E are ASCII in full width; the rest up to U+FFEF is punctuation and symbols.
    case (3, 0xEF) where character[1] == 0xBC && character[2] >= 0x81:
      appendASCII(character[2] - 0x80 + 0x20, to: &folded)
    case (3, 0xEF) where character[1] == 0xBD && character[2] <= 0x9E:
      appendASCII(character[2] - 0x80 + 0x60, to: &folded)
    case (3, 0xEF) where character[1] >= 0xBC: return
    default: folded.append(contentsOf: character)
    }
  }

  private static func appendASCII(_ byte: UInt8, to folded: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): folded.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte + 0x20)
    default: return
    }
  }
}
