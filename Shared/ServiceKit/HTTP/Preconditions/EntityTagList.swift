/// The value of `If-Match` or `If-None-Match`: `*`, or tags separated by commas.
struct EntityTagList: Equatable {
  struct Tag: Equatable {
    let value: String
    let isWeak: Bool
  }

  var isAny = false
  var tags: [Tag] = []

  /// - Returns: nil when it is neither, or names more than 32 tags.
  init?(_ header: String) {
    if header.utf8.elementsEqual("*".utf8) {
      isAny = true
      return
    }
    var rest = Array(header.utf8)[...]
    while let tag = Self.next(&rest), tags.count < 32 {
      tags.append(tag)
      Self.skipBlanks(&rest)
      if rest.isEmpty { return }
      guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
    }
    return nil
  }

  /// A quoted text of visible characters, after `W/` when it is weak.
  private static func next(_ rest: inout ArraySlice<UInt8>) -> Tag? {
    skipBlanks(&rest)
    let isWeak = rest.starts(with: "W/".utf8)
    if isWeak { rest.removeFirst(2) }
    guard rest.popFirst() == UInt8(ascii: "\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let value = rest[..<end]
    guard value.count <= 128, value.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    rest = rest[(end + 1)...]
    return Tag(value: String(decoding: value, as: UTF8.self), isWeak: isWeak)
  }

  private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
    while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
  }
}
