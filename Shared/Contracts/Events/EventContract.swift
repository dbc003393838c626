/// What the contract says of one event type.
public struct EventContract: Sendable {
  /// Who writes the event.
  public enum Direction: String, Sendable {
    /// Outsiders; the event is hostile until validated.
    case inbound
    /// Our services.
    case outbound
  }

  public var type: EventType
  public var topic: Topic
  public var direction: Direction
  /// What the record key is, in words.
  public var key: String
  /// The type of the data.
  public var payload: any EventPayload.Type

  init(_ payload: any EventPayload.Type, on topic: Topic, _ direction: Direction, key: String) {
    type = payload.type
    self.topic = topic
    self.direction = direction
    self.key = key
    self.payload = payload
  }

  /// The name of the JSON Schema in `Schemas`, such as `ecoredress.petition.received.v1.json`.
  public var schemaFile: String { "\(type.rawValue).json" }

  /// The schema's id, which events carry as `dataschema`.
  public var schemaID: String { type.schemaID }
}

extension EventType {
  /// The id of the JSON Schema of this type's data.
  public var schemaID: String { "urn:ecoredress:schema:\(rawValue)" }
}
