public import FoundationEssentials

extension CloudEvent {
  /// An event of ours: type, subject, schema and filter attributes follow from the payload.
  /// - Parameters:
  ///   - id: see `EventIdentity.event`.
  ///   - time: when the event is made, in real time; business instants are in the payload.
  public init(_ payload: some EventPayload, id: UUID, source: EventSource, time: Date) {
    let type = Swift.type(of: payload).type
    self.init(
      id: id.lowercased, source: source.rawValue, type: type, subject: payload.recordKey, time: time,
      dataContentType: "application/json", dataSchema: type.schemaID, extensions: payload.filters,
      payload: .json(payload.json))
  }

  /// The data as the payload of its type.
  /// - Throws: `version-unknown` or `type-unknown` when the event is of another type, or what is wrong with the data.
  public func decode<Payload: EventPayload>(
    _ payload: Payload.Type = Payload.self, limits: JSONLimits = JSONLimits()
  ) throws(ContractViolation) -> Payload {
    guard type == Payload.type else {
      throw ContractViolation(type.family == Payload.type.family ? .versionUnknown : .typeUnknown, field: "type")
    }
    return try Payload(json: json(limits: limits))
  }
}
