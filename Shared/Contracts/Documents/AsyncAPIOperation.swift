/// What one service does on a channel, in the AsyncAPI document: it sends, or it receives in its own group.
struct AsyncAPIOperation {
  let name: String
  let json: JSON

  /// The operations of our services on a topic; what outsiders do is the other side of them.
  static func all(on topic: Topic, channel: String, prefix: TopicPrefix) -> [AsyncAPIOperation] {
    guard topic.purpose != .position else { return [] }
    return ServiceName.allCases.flatMap { service in
      var found: [AsyncAPIOperation] = []
      if topic.writers.contains(service.rawValue) { found.append(operation(.send, service, channel, prefix)) }
      if topic.readers.contains(service.rawValue) { found.append(operation(.receive, service, channel, prefix)) }
      return found
    }
  }

  private enum Action: String {
    case send
    case receive
  }

  private static func operation(
    _ action: Action, _ service: ServiceName, _ channel: String, _ prefix: TopicPrefix
  ) -> AsyncAPIOperation {
    var operation = JSONObject()
    operation.set("action", action.rawValue)
    operation.set("channel", ["$ref": .string("#/channels/\(channel)")])
    operation.set("title", "\(service.rawValue) \(action == .send ? "writes" : "reads") \(channel)")
    var binding: JSONObject = ["bindingVersion": "0.5.0"]
    switch action {
    case .send: operation.set("x-transactional-id-prefix", prefix.group(of: service) + ".relay.")
    case .receive: binding.set("groupId", ["type": "string", "const": .string(prefix.group(of: service))])
    }
    operation.set("bindings", ["kafka": .object(binding)])
    return AsyncAPIOperation(name: "\(service.rawValue).\(action.rawValue).\(channel)", json: .object(operation))
  }
}
