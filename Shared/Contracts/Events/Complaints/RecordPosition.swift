/// Where a record stands on the broker.
public struct RecordPosition: JSONConvertible {
  /// The topic's whole name.
  public var topic: String
  /// The partition.
  public var partition: Int
  /// The offset.
  public var offset: Int

  public init(
    topic: String, partition: Int, offset: Int
  ) {
    self.topic = topic
    self.partition = partition
    self.offset = offset
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    topic = try fields.string("topic")
    partition = try fields.integer("partition")
    offset = try fields.integer("offset")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("topic", topic)
    object.set("partition", partition)
    object.set("offset", offset)
    return .object(object)
  }
}
