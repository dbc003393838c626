import FoundationEssentials

/// The record key of what is told about a message: the petition, else what the message is about, else the message. All
/// that is told about one subject stays in order.
enum NotificationKey {
  static func of(petition: UUID?, subject: String?, message: UUID) -> String {
    petition?.lowercased ?? subject ?? message.lowercased
  }

  /// The attributes for filters: the channel, and the region when there is one.
  static func filters(_ channel: ContactChannel?, region: String?) -> [CloudEventAttribute] {
    var filters: [CloudEventAttribute] = []
    if let region { filters.append(CloudEventAttribute(.region, region)) }
    if let channel { filters.append(CloudEventAttribute(.kind, channel.rawValue)) }
    return filters
  }
}
