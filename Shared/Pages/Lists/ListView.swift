import Contracts
import Hummingbird
import ServiceKit
import Synchronization

/// How far a list was walked.
private enum ListPlace {
  case first
  case after(String)
  case end

  /// Empty at the beginning, nil at the end.
  var cursor: String? {
    switch self {
    case .first: ""
    case .after(let cursor): cursor
    case .end: nil
    }
  }
}

/// One request for a list.
struct ListView {
  private static let rowsOfPage = 50
  private static let rowsOfStep = 200

  let list: ListPage
  let visit: PageVisit

  private var chosen: [(String, String?)] { list.filters.map { ($0.name, visit.query($0.name)) } }

  func page() async throws -> Response {
    let answer = try await visit.get(
      list.source, chosen + [("cursor", visit.query("cursor")), ("limit", String(Self.rowsOfPage))])
    let rows = answer.json[list.rows]?.array ?? []
    var values: [String: any Sendable] = [
      "headings": list.columns.map { heading($0) },
      "rows": rows.map { row -> [String: any Sendable] in ["cells": list.columns.map { cell($0, row) }] },
      "filters": list.filters.map { filter($0) }, "hasFilters": !list.filters.isEmpty, "isEmpty": rows.isEmpty,
      "csv": PagePath.query(chosen + [("format", "csv")]),
      "actions": visit.links(to: list.actions) { _ in nil },
    ]
    if let next = answer.json["next"]?.string { values["next"] = PagePath.query(chosen + [("cursor", next)]) }
    if visit.query("cursor") != nil { values["first"] = "/pages/\(list.path)" + PagePath.query(chosen) }
    return visit.show("list", list.title, values)
  }

  /// Everything that the filters leave, a step at a time.
  func table() -> Response {
    let (list, visit, chosen) = (list, visit, chosen)
    let stream = CSVStream(
      fileName: list.path.replacing("/", with: "-") + ".csv", columns: list.columns.map { heading($0) }
    ) {
      let place = Mutex<ListPlace>(.first)
      return {
        guard let cursor = place.withLock({ $0.cursor }) else { return nil }
        let answer = try await visit.get(
          list.source, chosen + [("cursor", cursor.isEmpty ? nil : cursor), ("limit", String(Self.rowsOfStep))])
        place.withLock { $0 = answer.json["next"]?.string.map { .after($0) } ?? .end }
        let view = ListView(list: list, visit: visit)
        return (answer.json[list.rows]?.array ?? []).map { row in list.columns.map { view.text($0, row) } }
      }
    }
    return stream.response(from: visit.request, context: visit.context)
  }

  private func heading(_ column: ListColumn) -> String {
    let name = column.value.split(separator: ".").last.map(String.init) ?? column.value
    return column.heading?[visit.reader.language] ?? visit.words.text(name, visit.reader.language)
  }

  private func text(_ column: ListColumn, _ row: JSON) -> String {
    guard let value = Self.value(column.value, row) else { return "" }
    let name = column.scope ?? column.value.split(separator: ".").last.map(String.init)
    guard
      let shown = PageValue.values(value, words: visit.words, language: visit.reader.language, field: name)
    else { return "" }
    if let flag = shown as? Bool { return visit.words.text(flag ? "true" : "false", visit.reader.language) }
    if let list = shown as? [any Sendable] {
      return list.map { item in
        let word = column.form == .word ? (item as? PageValue)?.transform("word") as? String : nil
        return word ?? "\(item)"
      }.joined(separator: "、")
    }
    guard let scalar = shown as? PageValue else { return "" }
    let transformed: Any? =
      switch column.form {
      case .plain: scalar.text
      case .word: scalar.transform("word")
      case .day: scalar.transform("day")
      case .lastDay: scalar.transform("lastDay")
      case .time: scalar.transform("time")
      case .yuan: scalar.transform("yuan")
      }
    return transformed as? String ?? scalar.text
  }

  private func cell(_ column: ListColumn, _ row: JSON) -> [String: any Sendable] {
    var cell: [String: any Sendable] = ["text": text(column, row), "isAmount": column.form == .yuan]
    if let link = column.link, let path = PagePath.filled(link, { Self.value($0, row).flatMap(Self.plain) }) {
      cell["link"] = path
    }
    return cell
  }

  private func filter(_ filter: ListFilter) -> [String: any Sendable] {
    let typed = visit.query(filter.name) ?? ""
    var shown: [String: any Sendable] = [
      "name": filter.name, "label": visit.words.text(filter.name, visit.reader.language), "value": typed,
      "isChoice": !filter.choices.isEmpty,
    ]
    shown["options"] = filter.choices.map { choice -> [String: any Sendable] in
      [
        "value": choice, "words": visit.words.text(choice, in: filter.scope ?? filter.name, visit.reader.language),
        "isChosen": choice == typed,
      ]
    }
    return shown
  }

  private static func value(_ path: String, _ row: JSON) -> JSON? {
    path.split(separator: ".").reduce(row as JSON?) { $0?[String($1)] }
  }

  private static func plain(_ json: JSON) -> String? { json.string ?? json.integer.map { String($0) } }
}
