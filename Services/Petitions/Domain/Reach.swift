import Contracts

/// How a petitioner can be reached, as far as may be known without opening the sealed identity.
enum Reach: Hashable, Sendable {
  /// By these channels, in the order to be tried.
  case channels([ContactChannel])
  /// The hotline sealed the identity: who it is will be known when staff open it.
  case sealed
  /// The petitioner asked not to be contacted.
  case declined
  /// Name or address unclear: telling is not owed (信访工作条例 第二十三条).
  case nowhere

  init(reporter: Reporter?, wantsReply: Bool?) {
    guard wantsReply != false else {
      self = .declined
      return
    }
    guard let reporter else {
      self = .nowhere
      return
    }
    if reporter.sealed != nil {
      self = .sealed
      return
    }
    var channels: [ContactChannel] = []
    if let phone = reporter.phone, ContactForm.phone(phone) != nil { channels.append(.sms) }
    if reporter.email != nil { channels.append(.email) }
    if reporter.address != nil { channels.append(.letter) }
    self = channels.isEmpty ? .nowhere : .channels(channels)
  }

  /// The outcome of every contact where none can or may be made.
  var exemption: ContactOutcome? {
    switch self {
    case .declined: .declined
    case .nowhere: .noContactData
    case .channels, .sealed: nil
    }
  }

  /// As stored: channels separated by commas, or the word.
  var text: String {
    switch self {
    case .channels(let channels): channels.map(\.rawValue).joined(separator: ",")
    case .sealed: "sealed"
    case .declined: "declined"
    case .nowhere: "nowhere"
    }
  }

  /// Reads what is stored.
  init(text: String) {
    switch text {
    case "sealed": self = .sealed
    case "declined": self = .declined
    default:
      let channels = text.split(separator: ",").compactMap { ContactChannel(rawValue: String($0)) }
      self = channels.isEmpty ? .nowhere : .channels(channels)
    }
  }
}
