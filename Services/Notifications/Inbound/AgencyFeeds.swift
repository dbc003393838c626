import Contracts
import Messaging

/// The topics of the other services: agencies may subscribe to them, event by event, by webhook, and rules say who else is
/// told what.
struct AgencyFeeds: Sendable {
  let prefix: TopicPrefix
  let fanOut: FanOutEvents
  let tell: TellEvents

  var subscriptions: [Subscription] {
    EventFilter.topics.map { topic in
      let types = ContractCatalogue.contracts.filter { $0.topic == topic }.map(\.type)
      return Subscription(topic: prefix.name(of: topic), types: Set(types)) { messages, work in
        let events = messages.map(\.event)
        try await fanOut(events, work: work)
        try await tell(events, work: work)
      }
    }
  }
}
