import Contracts

/// Writes paths and queries of our own routes.
public enum PagePath {
  /// One part of a path, or a value of a query, with everything encoded that could mean something there.
  public static func part(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }

  /// What ``part(_:)`` encoded; a text that nobody encoded so stays as it is.
  static func decoded(_ part: String) -> String {
    (try? URLForm("part=" + part.replacing("+", with: "%2B").replacing("&", with: "%26")))?["part"] ?? part
  }

  /// `?a=b&c=d`, or nothing; what is nil is left out.
  public static func query(_ pairs: [(String, String?)]) -> String {
    let written = pairs.compactMap { name, value in value.map { "\(part(name))=\(part($0))" } }
    return written.isEmpty ? "" : "?" + written.joined(separator: "&")
  }

  /// A path with the parts in braces filled in.
  /// - Returns: nil when a part has no value.
  public static func filled(_ pattern: String, _ value: (String) -> String?) -> String? {
    var path = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = value(String(rest[rest.index(after: open)..<close])) else { return nil }
      path += rest[..<open] + part(value)
      rest = rest[rest.index(after: close)...]
    }
    return path + rest
  }
}
