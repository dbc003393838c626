public import Postgres
import FoundationEssentials

/// All that stands in the tables of a schema, as text, bytes read as UTF-8 where they are that; for tests that search for
/// what must not be there.
public enum SchemaText {
  /// - Parameter connection: a superuser's.
  public static func read(_ schema: String, on connection: PostgresConnection) async throws -> String {
    let tables = try await connection.query(
      """
      select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = \(schema) and c.relkind = 'r'
      """, as: String.self)
    var text = ""
    for table in tables {
      let columns = try await connection.query(
        """
        select attname::text, atttypid::regtype::text from pg_attribute
        where attrelid = \("\(schema).\(table)")::text::regclass and attnum > 0 and not attisdropped
        """, as: (String, String).self)
      for (name, type) in columns {
        let column: SQL =
          type == "bytea" ? "encode(\(identifier: name), 'escape')" : "\(identifier: name)::text"
        let values = try await connection.query(
          "select \(column) from \(identifier: schema).\(identifier: table)", as: String?.self)
        text += values.compactMap { $0.map { unescaped($0) } }.joined(separator: "\n") + "\n"
      }
    }
    return text
  }

  /// Undoes the escape form of bytes: `\346\235\216` is three of them.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let octal = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(octal)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
