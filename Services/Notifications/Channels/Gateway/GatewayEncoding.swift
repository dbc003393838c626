import FoundationEssentials

/// How a value is written where `{{…}}` stands, so that no value can be taken for more than a value.
enum GatewayEncoding: String, Sendable, CaseIterable {
  /// Inside a JSON string.
  case json
  /// In a form or an address (RFC 3986: everything but the unreserved characters).
  case form
  /// In the text or an attribute of XML.
  case xml

  func write(_ value: String) -> String {
    switch self {
    case .json: GatewayEncoding.json(value)
    case .form: GatewayEncoding.percent(value)
    case .xml: GatewayEncoding.xml(value)
    }
  }

  private static func json(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func percent(_ value: String) -> String {
    var text = ""
    for byte in value.utf8 {
      let isPlain =
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "-._~".utf8.contains(byte)
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += byte < 16 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private static func xml(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&apos;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
