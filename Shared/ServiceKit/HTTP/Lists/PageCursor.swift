import Crypto
public import FoundationEssentials

/// Where a page of a list ended, as one opaque text that belongs to this list and its filters.
///
/// It names the last line seen by the keys of the order, not by how many lines came before: lines that are added or
/// taken away meanwhile neither repeat nor hide others.
public struct PageCursor: Sendable, Equatable {
  /// The keys of the last line seen, in the order of the list.
  public let keys: [Int64]

  public init(_ keys: [Int64]) { self.keys = keys }

  /// The text to hand out.
  /// - Parameter list: the name of the list with its order and filters, in one fixed form.
  public func text(of list: String) -> String {
    var bytes = Self.mark(list)
    for key in keys { withUnsafeBytes(of: key.bigEndian) { bytes += $0 } }
    let base64 = Data(bytes).base64EncodedString()
    return String(decoding: base64.utf8.compactMap(Self.safe), as: UTF8.self)
  }

  /// Reads a text that was handed out.
  /// - Throws: ``Problem`` 422 for another text, also that of another list or of other filters.
  public init(_ text: String, of list: String, keys count: Int) throws(Problem) {
    var base64 = String(decoding: text.utf8.prefix(256).map(Self.unsafe), as: UTF8.self)
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    let mark = Self.mark(list)
    guard let data = Data(base64Encoded: base64), data.count == mark.count + 8 * count, data.starts(with: mark) else {
      throw QueryReader.invalid("cursor", "the `next` of a page of the same list, with the same filters and order")
    }
    let bytes = Array(data.dropFirst(mark.count))
    keys = (0..<count).map { index in
      bytes[(8 * index)..<(8 * index + 8)].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
  }

  private static func mark(_ list: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(list.utf8)).prefix(8))
  }

  /// Base64 for addresses (RFC 4648 §5), without padding.
  private static func safe(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    case UInt8(ascii: "="): nil
    default: byte
    }
  }

  private static func unsafe(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: byte
    }
  }
}

extension PageCursor {
  /// An instant as a key: microseconds since 1970, as PostgreSQL counts.
  public static func key(_ instant: Date) -> Int64 {
    Int64(exactly: (instant.timeIntervalSince1970 * 1_000_000).rounded()) ?? 0
  }

  /// The instant of a key.
  public static func instant(_ key: Int64) -> Date { Date(timeIntervalSince1970: Double(key) / 1_000_000) }
}
