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

  private var cells: CellText { CellText(visit) }

  private var chosen: [(String, String?)] { list.filters.map { ($0.name, visit.query($0.name)) } }

  func page() async throws -> Response {
    let answer = try await visit.get(
      list.source, chosen + [("cursor", visit.query("cursor")), ("limit", String(Self.rowsOfPage))])
    let rows = answer.json[list.rows]?.array ?? []
    let next = answer.json["next"]?.string
    var values: [String: any Sendable] = [
      "caption": list.title[visit.reader.language], "headings": list.columns.map(cells.heading),
      "rows": rows.map { row -> [String: any Sendable] in ["cells": list.columns.map { cells.cell($0, of: row) }] },
      "filters": list.filters.map { filter($0) }, "hasFilters": !list.filters.isEmpty,
      // A page of rare rows may be empty, and more of them come behind it.
      "isEmpty": rows.isEmpty && next == nil, "isGap": rows.isEmpty && next != nil,
      "csv": PagePath.query(chosen + [("format", "csv")]),
      "actions": visit.links(to: list.actions) { _ in nil },
    ]
    if let next { values["next"] = PagePath.query(chosen + [("cursor", next)]) }
    if visit.query("cursor") != nil { values["first"] = "/pages/\(list.path)" + PagePath.query(chosen) }
    return visit.show("list", list.title, values)
  }

  /// Everything that the filters leave, a step at a time.
  func table() -> Response {
    let (list, visit, chosen, cells) = (list, visit, chosen, cells)
    let stream = CSVStream(
      fileName: list.path.replacing("/", with: "-") + ".csv", columns: list.columns.map(cells.heading)
    ) {
      let place = Mutex<ListPlace>(.first)
      return {
        guard let cursor = place.withLock({ $0.cursor }) else { return nil }
        let answer = try await visit.get(
          list.source, chosen + [("cursor", cursor.isEmpty ? nil : cursor), ("limit", String(Self.rowsOfStep))])
        place.withLock { $0 = answer.json["next"]?.string.map { .after($0) } ?? .end }
        return (answer.json[list.rows]?.array ?? []).map { row in list.columns.map { cells.text($0, of: row) } }
      }
    }
    return stream.response(from: visit.request, context: visit.context)
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
}
