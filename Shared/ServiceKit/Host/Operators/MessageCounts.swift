import Messaging

/// What a replica has taken in and published since it started: two looks at it give a rate.
struct MessageCounts: Sendable {
  /// Messages taken in, refused and held ones included, by the full names of their topics.
  let taken: [String: Int]
  /// Events published.
  let published: Int

  init(taken: [String: Int], published: Int) {
    self.taken = taken
    self.published = published
  }

  init(_ inbound: InboundStatus, _ relay: [RelayStatus]) {
    self.init(taken: inbound.takenByTopic, published: relay.reduce(0) { $0 + $1.published })
  }
}
