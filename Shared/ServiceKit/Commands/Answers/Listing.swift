import Contracts

/// Rows of a command's answer: a line each with tabs between for people and their tools, or an array of objects with
/// `--json`.
struct Listing {
  /// Names of columns; in JSON, of members.
  let columns: [String]
  var rows: [[JSON]] = []

  init(_ columns: String...) {
    self.columns = columns
  }

  mutating func add(_ values: JSON...) {
    rows.append(values)
  }

  var json: JSON {
    .array(
      rows.map { row in
        .object(JSONObject(zip(columns, row).map { JSONMember(name: $0, value: $1) }))
      })
  }

  /// With the names of the columns above.
  var text: String {
    ([columns.joined(separator: "\t")] + rows.map { $0.map(Self.word).joined(separator: "\t") })
      .joined(separator: "\n")
  }

  private static func word(_ value: JSON) -> String {
    switch value {
    case .null: "-"
    case .bool(let value): value ? "yes" : "no"
    case .number(let text): text
    // A tab or a line break would look like another column or row.
    case .string(let text): String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    case .array(let values): values.map(word).joined(separator: ",")
    case .object: value.text
    }
  }
}

extension JSON {
  /// A text, or null.
  static func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
}
