import Contracts
import Messaging

/// The topics that agencies may subscribe to, event by event, by webhook.
struct AgencyFeeds: Sendable {
  let prefix: TopicPrefix
  let fanOut: FanOutEvents

  var subscriptions: [Subscription] {
    EventFilter.topics.map { topic in
      let types = ContractCatalogue.contracts.filter { $0.topic == topic }.map(\.type)
      return Subscription(topic: prefix.name(of: topic), types: Set(types)) { messages, work in
        try await fanOut(messages.map(\.event), work: work)
      }
    }
  }
}
