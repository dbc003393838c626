extension JSON {
  /// Parses a whole text.
  ///
  /// Refused beside malformed text: more bytes or deeper nesting than `limits`, the same name twice in an object,
  /// half a surrogate pair, bytes that are not UTF-8, a byte order mark (RFC 8259 §8.1).
  public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    guard bytes.count <= limits.maximumBytes else { throw JSONError(.tooLarge, at: limits.maximumBytes) }
    self = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var parser = JSONParser(buffer, limits: limits)
      return try parser.document()
    }
  }
}
