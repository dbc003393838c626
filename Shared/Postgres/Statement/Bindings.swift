/// The bound values of one statement, encoded one after the other into one buffer.
struct Bindings: Sendable {
  private(set) var buffer: [UInt8] = []
  private(set) var types: [PostgresType] = []
  /// Where each value begins in the buffer and how long it is; -1 for null.
  private var extents: [(offset: Int, length: Int)] = []

  var count: Int { types.count }

  mutating func append<Value: PostgresEncodable>(_ value: Value) {
    let offset = buffer.count
    types.append(Value.postgresType)
    if value.isPostgresNull {
      extents.append((offset, -1))
    } else {
      value.encode(into: &buffer)
      extents.append((offset, buffer.count - offset))
    }
  }

  mutating func append(_ other: Bindings) {
    let base = buffer.count
    buffer.append(contentsOf: other.buffer)
    types.append(contentsOf: other.types)
    extents.append(contentsOf: other.extents.map { ($0.offset + base, $0.length) })
  }

  /// Gives the values the way libpq wants them: addresses, nil for null, and lengths. Valid during the call only.
  func withPointers<Result>(
    _ body: (_ values: [UnsafePointer<CChar>?], _ lengths: [Int32]) -> Result
  ) -> Result {
    // A value of length zero still needs an address: a null address would be SQL null.
    let bytes = buffer.isEmpty ? [0] : buffer
    return bytes.withUnsafeBytes { raw in
      var values: [UnsafePointer<CChar>?] = []
      values.reserveCapacity(extents.count)
      for extent in extents {
        let address = extent.length < 0 ? nil : raw.baseAddress.map { $0 + min(extent.offset, raw.count - 1) }
        values.append(address?.assumingMemoryBound(to: CChar.self))
      }
      return body(values, extents.map { Int32(clamping: max($0.length, 0)) })
    }
  }

  /// PostgreSQL's message limit; a longer value cannot be sent.
  var isTooLarge: Bool { buffer.count > 1 << 30 || types.count > 65_535 }
}
