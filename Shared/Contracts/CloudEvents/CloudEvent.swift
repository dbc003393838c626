public import FoundationEssentials

/// An event as CloudEvents 1.0.2 describes one.
public struct CloudEvent: Sendable, Equatable {
  /// Unique within the source.
  public var id: String
  /// Who speaks, such as `/hotline/12369` or `/ecoredress/petitions`.
  public var source: String
  /// What happened, such as `ecoredress.petition.received.v1`.
  public var type: EventType
  /// What it happened to, within the source: the record key of the topic.
  public var subject: String?
  /// When the event was made, in real time.
  public var time: Date?
  /// The media type of the data; nil means JSON.
  public var dataContentType: String?
  /// Where the schema of the data is.
  public var dataSchema: String?
  /// The extension attributes in the order given.
  public var extensions: [CloudEventAttribute]
  /// The data; nil when the event has none.
  public var payload: CloudEventPayload?

  public init(
    id: String, source: String, type: EventType, subject: String? = nil, time: Date? = nil,
    dataContentType: String? = nil, dataSchema: String? = nil, extensions: [CloudEventAttribute] = [],
    payload: CloudEventPayload? = nil
  ) {
    self.id = id
    self.source = source
    self.type = type
    self.subject = subject
    self.time = time
    self.dataContentType = dataContentType
    self.dataSchema = dataSchema
    self.extensions = extensions
    self.payload = payload
  }

  /// The data as bytes: as received in binary mode, written anew for data that came as JSON.
  public var data: [UInt8]? { payload?.bytes }

  /// An extension attribute by name; setting nil removes it.
  public subscript(name: CloudEventAttribute.Name) -> String? {
    get { extensions.first { $0.name == name }?.value }
    set {
      let index = extensions.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): extensions[index].value = value
      case (let index?, nil): extensions.remove(at: index)
      case (nil, let value?): extensions.append(CloudEventAttribute(name, value))
      case (nil, nil): break
      }
    }
  }
}
