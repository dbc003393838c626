import Contracts

/// Which channel carries what.
struct ChannelTable: Sendable {
  private let channels: [ContactChannel: any Channel]

  init(_ channels: [ContactChannel: any Channel]) {
    self.channels = channels
  }

  /// One channel for everything that is written to people.
  init(everything channel: any Channel) {
    self.init(Dictionary(uniqueKeysWithValues: [.sms, .email, .letter, .wechat].map { ($0, channel) }))
  }

  /// The first of the channels asked for that is connected and can reach the person.
  func choose(
    _ asked: [ContactChannel], for card: ContactCard
  ) -> (kind: ContactChannel, channel: any Channel, address: String)? {
    for kind in asked {
      if let channel = channels[kind], let address = card.address(by: kind) { return (kind, channel, address) }
    }
    return nil
  }
}
