import Contracts

/// How an addressee is reached. Kept sealed; in memory for one send or one look of staff.
struct AddresseeContacts: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// The person to ask for.
  var person: String?
  var phone: String?
  var email: String?
  var postalAddress: String?
  var wechat: String?

  init() {}

  /// - Throws: what is wrong with the fields, without their values.
  init(fields: JSONFields) throws(ContractViolation) {
    person = try fields.optionalText("person", limit: 256)
    phone = try fields.optionalText("phone", limit: 64)
    email = try fields.optionalText("email", limit: 256)
    postalAddress = try fields.optionalText("address", limit: 1024)
    wechat = try fields.optionalText("wechat", limit: 128)
    if let phone, !phone.utf8.allSatisfy(Self.isDialled) { throw fields.violation(.fieldFormat, "phone") }
    if let email, !Self.isMailbox(email) { throw fields.violation(.fieldFormat, "email") }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("person", person)
    object.set("phone", phone)
    object.set("email", email)
    object.set("address", postalAddress)
    object.set("wechat", wechat)
    return .object(object)
  }

  /// The card for a send.
  func card(name: String, key: String) -> ContactCard {
    ContactCard(name: name, phone: phone, email: email, postalAddress: postalAddress, wechat: wechat, inbox: key)
  }

  var description: String { "AddresseeContacts(****)" }
  var customMirror: Mirror { Mirror(self, children: []) }

  private static func isDialled(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+- ()".utf8.contains(byte)
  }

  private static func isMailbox(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains { $0.isWhitespace }
  }
}
