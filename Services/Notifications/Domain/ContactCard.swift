import Contracts

/// How one addressee is reached: what `petitions` sealed for a message, or what the addressee book says. Lives in memory
/// for one send; nothing of it is logged or thrown.
struct ContactCard: Sendable, CustomStringConvertible, CustomReflectable {
  let name: String?
  /// The code with which the petitioner asks about the case.
  let queryCode: String?
  private let phone: String?
  private let email: String?
  private let postalAddress: String?
  /// The person's id at the WeChat account of the bureau (openid).
  private let wechat: String?
  /// The key under which the addressee reads the inbox; petitioners have none.
  private let inbox: String?

  init(
    name: String? = nil, phone: String? = nil, email: String? = nil, postalAddress: String? = nil,
    queryCode: String? = nil, wechat: String? = nil, inbox: String? = nil
  ) {
    self.name = name
    self.phone = phone
    self.email = email
    self.postalAddress = postalAddress
    self.queryCode = queryCode
    self.wechat = wechat
    self.inbox = inbox
  }

  /// - Throws: what is wrong with the fields, without their values.
  init(fields: JSONFields) throws(ContractViolation) {
    self.init(
      name: try fields.optionalText("name", limit: 256), phone: try fields.optionalText("phone", limit: 64),
      email: try fields.optionalText("email", limit: 256),
      postalAddress: try fields.optionalText("address", limit: 1024),
      queryCode: try fields.optionalText("queryCode", limit: 64),
      wechat: try fields.optionalText("wechat", limit: 128))
  }

  /// Where the person is reached by a channel; nil when this channel cannot reach them.
  func address(by channel: ContactChannel) -> String? {
    switch channel {
    case .sms, .phone, .voice: phone
    case .wechat: wechat
    case .email: email
    case .letter, .inPerson: postalAddress
    case .inbox: inbox
    case .webhook: nil
    }
  }

  var description: String { "ContactCard(****)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
