import Contracts

/// What `petitions` sealed for a message. Lives in memory for one send; nothing of it is stored, logged or thrown.
struct ContactCard: Sendable, CustomStringConvertible, CustomReflectable {
  let name: String?
  /// The code with which the petitioner asks about the case.
  let queryCode: String?
  private let phone: String?
  private let email: String?
  private let postalAddress: String?

  init(
    name: String? = nil, phone: String? = nil, email: String? = nil, postalAddress: String? = nil,
    queryCode: String? = nil
  ) {
    self.name = name
    self.phone = phone
    self.email = email
    self.postalAddress = postalAddress
    self.queryCode = queryCode
  }

  /// - Throws: what is wrong with the fields, without their values.
  init(fields: JSONFields) throws(ContractViolation) {
    self.init(
      name: try fields.optionalText("name", limit: 256), phone: try fields.optionalText("phone", limit: 64),
      email: try fields.optionalText("email", limit: 256),
      postalAddress: try fields.optionalText("address", limit: 1024),
      queryCode: try fields.optionalText("queryCode", limit: 64))
  }

  /// Where the person is reached by a channel; nil when this channel cannot reach them.
  func address(by channel: ContactChannel) -> String? {
    switch channel {
    case .sms, .phone, .wechat: phone
    case .email: email
    case .letter, .inPerson: postalAddress
    case .webhook: nil
    }
  }

  var description: String { "ContactCard(****)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
