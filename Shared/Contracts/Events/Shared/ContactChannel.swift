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
  /// Call by a machine, through a gateway.
  case voice
  /// The inbox that staff and enterprises read over HTTP.
  case inbox
  /// Signed webhook of an agency.
  case webhook
}
