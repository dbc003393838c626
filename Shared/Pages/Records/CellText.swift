public import Contracts

/// Values of the API as a page writes them in the columns of a list or the lines of a record.
public struct CellText: Sendable {
  let words: WordBook
  let language: PublicLanguage
  let look: RecordLook

  public init(_ visit: PageVisit) {
    words = visit.words
    language = visit.reader.language
    look = visit.desk.look
  }

  /// The lines of a definition list, for the template `fields`; what is not there is left out.
  public func lines(_ columns: [ListColumn], of json: JSON) -> [[String: any Sendable]] {
    columns.compactMap { column in
      let text = text(column, of: json)
      guard !text.isEmpty else { return nil }
      return ["label": heading(column), "text": text, "link": link(column, of: json)].compactMapValues { $0 }
    }
  }

  /// A list as a table, for the template `tables`.
  public func table(_ title: PageText, _ columns: [ListColumn], _ rows: [JSON]) -> [String: any Sendable] {
    [
      "caption": title[language], "headings": columns.map(heading), "isNone": rows.isEmpty,
      "rows": rows.map { row -> [String: any Sendable] in ["cells": columns.map { cell($0, of: row) }] },
    ]
  }

  func heading(_ column: ListColumn) -> String {
    column.heading?[language] ?? words.text(Self.name(column), language)
  }

  /// One value with where it leads to and how it looks.
  func cell(_ column: ListColumn, of json: JSON) -> [String: any Sendable] {
    let state = Self.value(column.value, json)?.string
    let cell: [String: (any Sendable)?] = [
      "text": text(column, of: json), "link": link(column, of: json),
      "look": column.form == .yuan ? "amount" : state.flatMap { look.colours[$0] },
    ]
    return cell.compactMapValues { $0 }
  }

  func text(_ column: ListColumn, of json: JSON) -> String {
    guard let value = Self.value(column.value, json) else { return "" }
    switch value {
    case .null: return ""
    case .bool(let flag): return words.text(flag ? "true" : "false", language)
    case .array(let parts):
      return parts.map { scalar($0, column) }.joined(separator: language == .chinese ? "、" : ", ")
    default: return scalar(value, column)
    }
  }

  private func scalar(_ value: JSON, _ column: ListColumn) -> String {
    let name = column.scope ?? Self.name(column)
    guard let shown = PageValue.values(value, words: words, language: language, field: name) as? PageValue else {
      return value.string ?? value.text
    }
    let transform: String? =
      switch column.form {
      case .plain: nil
      case .word: "word"
      case .day: "day"
      case .lastDay: "lastDay"
      case .time: "time"
      case .yuan: "yuan"
      }
    return transform.flatMap { shown.transform($0) as? String } ?? shown.description
  }

  private func link(_ column: ListColumn, of json: JSON) -> String? {
    column.link.flatMap { pattern in
      PagePath.filled(pattern) { Self.value($0, json).flatMap { $0.string ?? $0.integer.map { String($0) } } }
    }
  }

  private static func name(_ column: ListColumn) -> String {
    column.value.split(separator: ".").last.map(String.init) ?? column.value
  }

  private static func value(_ path: String, _ json: JSON) -> JSON? {
    path.split(separator: ".").reduce(json as JSON?) { $0?[String($1)] }
  }
}
