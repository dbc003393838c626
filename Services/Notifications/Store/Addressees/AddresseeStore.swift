import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of the addressee book.
enum AddresseeStore {
  private typealias Columns = (
    String, Int64, String, String, String, [String], [String], String, [String], String?, Bool, Int64, Date, String
  )
  private static let columns: SQL = """
    key, entry, audience, name, region, roles, tags, language, channels, colour, is_active, version, updated_at, updated_by
    """

  static func find(_ keys: [String], on connection: PostgresConnection) async throws -> [String: Addressee] {
    let found = try await read("select \(columns) from addressee where key = any(\(keys))", on: connection)
    return Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// One entry, locked: nobody else changes it until the transaction ends.
  static func lock(_ key: String, on connection: PostgresConnection) async throws -> Addressee? {
    try await read("select \(columns) from addressee where key = \(key) for update", on: connection).first
  }

  /// Writes an entry, new or changed.
  /// - Parameter contacts: sealed; nil leaves those that are there.
  static func save(
    _ addressee: Addressee, contacts: [UInt8]?, on connection: PostgresConnection
  ) async throws -> Addressee? {
    try await read(
      """
      insert into addressee (key, audience, name, region, roles, tags, language, channels, contacts, is_active, version,
        updated_at, updated_by)
      values (\(addressee.key), \(addressee.audience.rawValue), \(addressee.name), \(addressee.region),
        \(addressee.roles), \(addressee.tags), \(addressee.language.rawValue),
        \(addressee.channels.map(\.rawValue)), \(contacts as [UInt8]?), \(addressee.isActive), \(addressee.version),
        \(addressee.updatedAt), \(addressee.updatedBy))
      on conflict (key) do update set audience = excluded.audience, name = excluded.name, region = excluded.region,
        roles = excluded.roles, tags = excluded.tags, language = excluded.language, channels = excluded.channels,
        contacts = coalesce(excluded.contacts, addressee.contacts), is_active = excluded.is_active,
        version = excluded.version, updated_at = excluded.updated_at, updated_by = excluded.updated_by
      returning \(columns)
      """, on: connection
    ).first
  }

  /// The sealed contact data and names of those of these that are active.
  static func contacts(
    of keys: [String], on connection: PostgresConnection
  ) async throws -> [(key: String, name: String, sealed: [UInt8]?)] {
    try await connection.query(
      "select key, name, contacts from addressee where key = any(\(keys)) and is_active",
      as: (String, String, [UInt8]?).self
    ).map { (key: $0.0, name: $0.1, sealed: $0.2) }
  }

  /// Who has a role at the lowest place that covers a region, for each pair.
  /// - Parameter places: the region itself and those above it.
  static func holders(
    of pairs: [(role: String, audience: MessageAudience, region: String, places: [String])],
    on connection: PostgresConnection
  ) async throws -> [(pair: Int, addressee: Addressee)] {
    guard !pairs.isEmpty else { return [] }
    let found = try await connection.query(
      """
      select n.number::bigint - 1, a.key
      from unnest(\(pairs.map(\.role)), \(pairs.map(\.audience.rawValue)),
        \(pairs.map { $0.places.joined(separator: ",") }))
        with ordinality as n(role, audience, places, number)
      cross join lateral (
        select key, rank() over (order by array_position(string_to_array(n.places, ','), region::text)) as place
        from addressee
        where roles @> array[n.role] and audience = n.audience and is_active
          and region = any(string_to_array(n.places, ',')) limit 200) a
      where a.place = 1 order by n.number, a.key
      """, as: (Int64, String).self)
    let addressees = try await find(Array(Set(found.map(\.1))), on: connection)
    return found.compactMap { row in addressees[row.1].map { (pair: Int(row.0), addressee: $0) } }
  }

  /// A page of the book, in the order of entering.
  static func list(
    _ filter: AddresseeFilter, after: Int64, limit: Int, on connection: PostgresConnection
  ) async throws -> [Addressee] {
    var condition = RegionCondition.sql(filter.regions)
    if let audience = filter.audience { condition = "\(condition) and audience = \(audience.rawValue)" }
    if let role = filter.role { condition = "\(condition) and roles @> array[\(role)]" }
    if let tag = filter.tag { condition = "\(condition) and \(tag) = any(tags)" }
    if let isActive = filter.isActive { condition = "\(condition) and is_active = \(isActive)" }
    return try await read(
      "select \(columns) from addressee where \(condition) and entry > \(after) order by entry limit \(limit)",
      on: connection)
  }

  /// A page of those a segment names, by key.
  static func members(
    of segment: BroadcastSegment, after: String, limit: Int, on connection: PostgresConnection
  ) async throws -> [Addressee] {
    try await read(
      """
      select \(columns) from addressee where \(condition(segment)) and key > \(after) order by key limit \(limit)
      """, on: connection)
  }

  /// How many a segment names.
  static func count(_ segment: BroadcastSegment, on connection: PostgresConnection) async throws -> Int {
    try await connection.query("select count(*) from addressee where \(condition(segment))", as: Int.self).first ?? 0
  }

  private static func condition(_ segment: BroadcastSegment) -> SQL {
    var condition: SQL = """
      is_active and \(RegionCondition.sql(segment.regions)) and audience = any(\(segment.audiences.map(\.rawValue)))
      """
    if !segment.roles.isEmpty { condition = "\(condition) and roles && \(segment.roles)" }
    if !segment.tags.isEmpty { condition = "\(condition) and tags && \(segment.tags)" }
    if !segment.colours.isEmpty { condition = "\(condition) and colour = any(\(segment.colours.map(\.rawValue)))" }
    return condition
  }

  /// Notes the colours that `scoring` tells, of those that are in the book.
  static func paint(_ colours: [(key: String, colour: Colour)], on connection: PostgresConnection) async throws {
    guard !colours.isEmpty else { return }
    try await connection.execute(
      """
      update addressee a set colour = n.colour
      from unnest(\(colours.map(\.key)), \(colours.map(\.colour.rawValue))) as n(key, colour) where a.key = n.key
      """)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Addressee] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let audience = MessageAudience(rawValue: row.2), let language = MessageLanguage(rawValue: row.7) else {
        throw StoredValueError(table: "addressee", id: row.0)
      }
      return Addressee(
        key: row.0, audience: audience, name: row.3, region: row.4, roles: row.5, tags: row.6, language: language,
        channels: row.8.compactMap(ContactChannel.init(rawValue:)), colour: row.9.flatMap(Colour.init(rawValue:)),
        isActive: row.10, entry: row.1, version: row.11, updatedAt: row.12, updatedBy: row.13)
    }
  }
}
