import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of questions and of what was said about them.
enum EnquiryStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, UUID?, String, String?, String?, String, Date, Date?, Int, Int64
  )
  private static let columns: SQL = """
    id, entry, enterprise, region, title, message_id, status, owner, handler, handled_in, asked_at, answered_at, posts,
    version
    """

  /// - Returns: the entry under which lists show it.
  static func insert(_ enquiry: Enquiry, on connection: PostgresConnection) async throws -> Int64 {
    try await connection.query(
      """
      insert into enquiry (id, enterprise, region, title, message_id, status, owner, handler, handled_in, asked_at)
      values (\(enquiry.id), \(enquiry.enterprise), \(enquiry.region), \(enquiry.title),
        \(enquiry.messageId as UUID?), \(enquiry.status.rawValue), \(enquiry.owner as String?),
        \(enquiry.handler as String?), \(enquiry.handledIn), \(enquiry.askedAt))
      returning entry
      """, as: Int64.self
    ).first ?? 0
  }

  static func save(_ enquiry: Enquiry, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update enquiry set status = \(enquiry.status.rawValue), owner = \(enquiry.owner as String?),
        handler = \(enquiry.handler as String?), handled_in = \(enquiry.handledIn),
        answered_at = \(enquiry.answeredAt as Date?), posts = \(Int32(clamping: enquiry.posts)), version = version + 1
      where id = \(enquiry.id)
      """)
  }

  static func append(_ post: EnquiryPost, to enquiry: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into enquiry_post (enquiry_id, number, kind, author, body, made_at)
      values (\(enquiry), \(Int32(clamping: post.number)), \(post.kind.rawValue), \(post.author), \(post.text),
        \(post.at))
      """)
  }

  static func find(_ id: UUID, lock: Bool = false, on connection: PostgresConnection) async throws -> Enquiry? {
    let suffix: SQL = lock ? "for update" : ""
    return try await read("select \(columns) from enquiry where id = \(id) \(suffix)", on: connection).first
  }

  /// What was said about a question, in order.
  static func posts(of enquiry: UUID, on connection: PostgresConnection) async throws -> [EnquiryPost] {
    try await connection.query(
      """
      select number, kind, author, body, made_at from enquiry_post where enquiry_id = \(enquiry)
      order by number limit \(Enquiry.mostPosts)
      """, as: (Int, String, String, String, Date).self
    ).map { row in
      guard let kind = EnquiryPost.Kind(rawValue: row.1) else {
        throw StoredValueError(table: "enquiry_post", id: enquiry.lowercased)
      }
      return EnquiryPost(number: row.0, kind: kind, author: row.2, text: row.3, at: row.4)
    }
  }

  /// Whose questions a list shows.
  enum Scope: Sendable {
    case enterprise(String)
    /// Those that staff of these divisions handle.
    case regions([String])
    /// Those that a member of staff owns.
    case owner(String)
  }

  /// A page of questions, the newest first.
  static func list(
    _ scope: Scope, status: EnquiryStatus?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Enquiry] {
    var condition: SQL =
      switch scope {
      case .enterprise(let key): "enterprise = \(key)"
      case .regions(let regions): RegionCondition.sql(regions, column: "handled_in")
      case .owner(let person): "owner = \(person)"
      }
    condition = "\(condition) and entry < \(before ?? .max)"
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from enquiry where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Enquiry] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = EnquiryStatus(rawValue: row.6) else {
        throw StoredValueError(table: "enquiry", id: row.0.lowercased)
      }
      return Enquiry(
        id: row.0, entry: row.1, enterprise: row.2, region: row.3, title: row.4, messageId: row.5, askedAt: row.10,
        status: status, owner: row.7, handler: row.8, handledIn: row.9, answeredAt: row.11, posts: row.12,
        version: row.13)
    }
  }
}
