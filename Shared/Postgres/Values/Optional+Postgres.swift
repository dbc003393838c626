/// Nil is SQL null.
extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  public static var postgresType: PostgresType { Wrapped.postgresType }

  public var isPostgresNull: Bool {
    switch self {
    case .none: true
    case .some(let value): value.isPostgresNull
    }
  }

  public func encode(into buffer: inout [UInt8]) { self?.encode(into: &buffer) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Wrapped? {
    .some(try Wrapped.decode(bytes, type: type))
  }

  public static var postgresNull: Wrapped?? { .some(.none) }
}

/// `[String?]` is an array with nulls.
extension Optional: PostgresArrayElement
where Wrapped: PostgresArrayElement & PostgresEncodable & PostgresDecodable {
  public static var postgresArrayType: PostgresType { Wrapped.postgresArrayType }
}
