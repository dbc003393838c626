import Contracts
import Pages

/// Values of the API as a page writes them.
struct CellText {
  let words: Pages.WordBook
  let language: PublicLanguage

  /// The lines of a definition list; what is not there is left out.
  func lines(_ columns: [ListColumn], of json: JSON) -> [[String: any Sendable]] {
    columns.compactMap { column in
      let text = text(column, of: json)
      guard !text.isEmpty else { return nil }
      return ["label": heading(column), "text": text, "link": link(column, of: json)].compactMapValues { $0 }
    }
  }

  /// A list inside of something.
  func table(_ table: DetailPage.Table, of json: JSON) -> [String: any Sendable] {
    let rows = Self.value(table.value, json)?.array ?? []
    return self.table(table.title, table.columns, rows)
  }

  func table(_ title: PageText, _ columns: [ListColumn], _ rows: [JSON]) -> [String: any Sendable] {
    [
      "caption": title[language], "headings": columns.map(heading), "isNone": rows.isEmpty,
      "rows": rows.map { row -> [String: any Sendable] in
        [
          "cells": columns.map { column -> [String: any Sendable] in
            let cell: [String: (any Sendable)?] = [
              "text": text(column, of: row), "link": link(column, of: row), "colour": Self.colour(column, row),
            ]
            return cell.compactMapValues { $0 }
          }
        ]
      },
    ]
  }

  func heading(_ column: ListColumn) -> String {
    column.heading?[language] ?? words.text(Self.name(column), language)
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
    let name = Self.name(column)
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
    column.link.flatMap { PagePath.filled($0) { Self.value($0, json)?.string } }
  }

  /// How a state is coloured.
  private static func colour(_ column: ListColumn, _ json: JSON) -> String? {
    switch value(column.value, json)?.string {
    case "exhausted", "failed", "disabled", "quarantined": "red"
    case "pending", "requested", "failing", "by-hand", "running": "amber"
    case "delivered", "approved", "healthy", "finished": "green"
    default: nil
    }
  }

  private static func name(_ column: ListColumn) -> String {
    column.value.split(separator: ".").last.map(String.init) ?? column.value
  }

  private static func value(_ path: String, _ json: JSON) -> JSON? {
    path.split(separator: ".").reduce(json as JSON?) { $0?[String($1)] }
  }
}
