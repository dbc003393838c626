/// The forms that attributes must have (CloudEvents 1.0.2 §3), and the limits we add to them.
enum AttributeRules {
  /// The attributes that the specification names; all others are extensions.
  static let core: Set<String> = [
    "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema",
  ]

  /// The value, when it has the form and length that an attribute must have.
  static func checked(_ value: String, name: String) throws(ContractViolation) -> String {
    guard !value.isEmpty else {
      throw ContractViolation(.attributeInvalid, field: name, message: "An attribute must not be empty.")
    }
    let limit = isIdentity(name) ? CloudEventCodec.identityLimit : CloudEventCodec.attributeLimit
    guard value.utf8.count <= limit else {
      throw ContractViolation(
        .attributeTooLong, field: shown(name), message: "The attribute is longer than \(limit) bytes.")
    }
    guard FreeText.isClean(value, keepingLines: false), !hasNoncharacter(value) else {
      throw ContractViolation(.controlCharacter, field: shown(name))
    }
    if name == "source" || name == "dataschema" || name == "type", value.utf8.contains(0x20) {
      throw ContractViolation(.attributeInvalid, field: name, message: "The attribute must not contain spaces.")
    }
    return value
  }

  /// Checks the name of an extension.
  static func checkName(_ name: String) throws(ContractViolation) {
    let allowed = name.utf8.allSatisfy { byte in
      Byte.zero...Byte.nine ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
    }
    guard allowed, !name.isEmpty, name.utf8.count <= 64 else {
      throw ContractViolation(.attributeNameInvalid, field: shown(name))
    }
  }

  /// A name fit to be shown in a violation, whatever a sender called it.
  static func shown(_ name: String) -> String {
    var shown = ""
    for scalar in name.unicodeScalars.prefix(64) {
      if scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F {
        shown.unicodeScalars.append(scalar)
      } else {
        shown.append("?")
      }
    }
    return shown.isEmpty ? "attribute" : shown
  }

  private static func isIdentity(_ name: String) -> Bool {
    name == "id" || name == "source" || name == "type" || name == "subject"
  }

  private static func hasNoncharacter(_ value: String) -> Bool {
    // The lead bytes of U+FDD0–U+FDEF and U+xFFFE/U+xFFFF are 0xEF and 0xF0–0xF4.
    guard value.utf8.contains(where: { $0 >= 0xEF }) else { return false }
    return value.unicodeScalars.contains { 0xFDD0...0xFDEF ~= $0.value || $0.value & 0xFFFE == 0xFFFE }
  }
}
