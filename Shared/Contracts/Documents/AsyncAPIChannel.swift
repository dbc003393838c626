/// A topic as a channel of the AsyncAPI document.
struct AsyncAPIChannel {
  let topic: Topic
  let address: String
  let prefix: TopicPrefix

  var json: JSON {
    var channel = JSONObject()
    channel.set("address", address)
    channel.set("title", topic.name)
    channel.set("description", description)
    let types = ContractCatalogue.contracts.filter { $0.topic.name == topic.name }.map(\.type.rawValue)
    var messages = JSONObject()
    for type in types { messages.set(type, ["$ref": .string("#/components/messages/\(type)")]) }
    channel.set("messages", .object(messages))
    channel.set("bindings", ["kafka": binding])
    channel.set("x-key", topic.key)
    channel.set("x-purpose", purpose)
    channel.set("x-retention", retention)
    channel.set("x-writers", topic.writers)
    channel.set("x-readers", topic.readers)
    channel.set("x-restricted", topic.isRestricted)
    return .object(channel)
  }

  private var purpose: String {
    switch topic.purpose {
    case .inbound: "inbound"
    case .events: "events"
    case .state: "state"
    case .position: "position"
    }
  }

  private var description: String {
    let what =
      switch topic.purpose {
      case .inbound: "Written by outsiders; each record is checked."
      case .events: "What happens, in order for each key."
      case .state: "The latest public state of each key; an empty value takes the key away."
      case .position: "The relay's own position; nobody else reads or writes it."
      }
    let secret = topic.isRestricted ? " Only the readers named may be given access." : ""
    return
      "\(what) Key: \(topic.key). Writers: \(topic.writers.joined(separator: ", ")). "
      + "Readers: \(topic.readers.joined(separator: ", ")).\(secret)"
  }

  /// How long records stay, as an ISO 8601 duration, or that the newest of each key stays.
  private var retention: String {
    switch topic.cleanup {
    case .delete(let after): "P\(after.components.seconds / 86_400)D"
    case .compact: "the newest record of each key, for ever"
    }
  }

  /// The settings that `topics` makes the topic with, in the form of the Kafka binding 0.5.0.
  private var binding: JSON {
    var settings = JSONObject()
    for (name, value) in topic.configuration(replicationFactor: 3).sorted(by: { $0.key < $1.key }) {
      switch name {
      case "cleanup.policy": settings.set(name, [value])
      case "retention.ms", "max.message.bytes": settings.set(name, Int64(value))
      default: break  // The binding knows no other; `min.insync.replicas` depends on the cluster.
      }
    }
    return [
      "topic": .string(address), "partitions": .integer(topic.partitions), "topicConfiguration": .object(settings),
      "bindingVersion": "0.5.0",
    ]
  }
}
