/// How a message reaches a person or an agency.
public enum ContactChannel: String, Sendable, CaseIterable {
  /// Text message.
  case sms
  /// Call by staff.
  case phone
  /// E-mail.
  case email
  /// Letter on paper.
  case letter
  /// WeChat message.
  case wechat
  /// Told on the spot.
  case inPerson = "in-person"
  /// Signed webhook of an agency.
  case webhook
}
