/// Takes the rows of a COPY.
public struct PostgresCopyWriter: ~Copyable {
  private let connection: PostgresConnection
  private let timeout: Duration?
  /// Whether the statement says `(format binary)`.
  public let isBinary: Bool
  private var buffer: [UInt8] = []

  /// Beyond this much a part is sent.
  private static let partSize = 65_536
  /// What a binary copy begins with: signature, flags, no header extension.
  private static let header: [UInt8] =
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)

  init(connection: PostgresConnection, isBinary: Bool, timeout: Duration?) {
    self.connection = connection
    self.isBinary = isBinary
    self.timeout = timeout
    if isBinary { buffer = Self.header }
  }

  /// Writes one row of a binary copy. The values must have the very types of the columns, since COPY converts nothing:
  /// `Int32` for `integer`, `PostgresJSON` for `jsonb` …
  public mutating func write<each Value: PostgresEncodable>(_ value: repeat each Value) async throws(PostgresError) {
    guard isBinary else { throw PostgresError(.misuse, "rows of values need a COPY with (format binary)") }
    var count: Int16 = 0
    for _ in repeat (each Value).self { count += 1 }
    buffer.appendInteger(count)
    repeat Self.append(each value, to: &buffer)
    try await flush(beyond: Self.partSize)
  }

  /// Writes bytes of a text or CSV copy as they are; rows may be cut anywhere.
  public mutating func write(raw bytes: some Collection<UInt8>) async throws(PostgresError) {
    guard !isBinary else { throw PostgresError(.misuse, "raw bytes need a COPY in text or CSV format") }
    buffer.append(contentsOf: bytes)
    try await flush(beyond: Self.partSize)
  }

  private static func append(_ value: some PostgresEncodable, to buffer: inout [UInt8]) {
    guard !value.isPostgresNull else { return buffer.appendInteger(-1 as Int32) }
    let mark = buffer.count
    buffer.appendInteger(0 as Int32)
    value.encode(into: &buffer)
    buffer.replaceInteger(at: mark, with: Int32(clamping: buffer.count - mark - 4))
  }

  mutating func end() async throws(PostgresError) {
    if isBinary { buffer.appendInteger(-1 as Int16) }
    try await flush(beyond: 0)
  }

  private mutating func flush(beyond size: Int) async throws(PostgresError) {
    guard buffer.count > size else { return }
    try await connection.sendCopy(buffer, timeout: timeout)
    buffer.removeAll(keepingCapacity: true)
  }
}
