import Contracts
import FoundationEssentials

/// The board as JSON: totals, and the same by step and by county.
enum BoardView {
  static func json(_ board: Board, regions: [String], at now: Date) -> JSON {
    var object = tally(board.cells)
    object.set("at", now)
    object.set("regions", regions)
    object.set("dueToday", board.cells.map(\.dueToday).reduce(0, +))
    object.set("backlog", board.backlog)
    object.set(
      "objections", board.cells.filter { $0.status == PetitionStatus.objected.rawValue }.map(\.open).reduce(0, +))
    object.set("letters", board.letters)
    object.set(
      "steps",
      .array(
        PetitionStatus.allCases.compactMap { status in
          let cells = board.cells.filter { $0.status == status.rawValue }
          guard !cells.isEmpty else { return nil }
          var step = tally(cells)
          step.set("status", code: status)
          return .object(step)
        }))
    object.set(
      "counties",
      .array(
        Dictionary(grouping: board.cells, by: \.region).sorted { $0.key < $1.key }.map { region, cells in
          var county = tally(cells)
          county.set("region", region)
          return .object(county)
        }))
    return .object(object)
  }

  private static func tally(_ cells: [BoardCell]) -> JSONObject {
    let open = cells.map(\.open).reduce(0, +)
    let overdue = cells.map(\.overdue).reduce(0, +)
    let dueSoon = cells.map(\.dueSoon).reduce(0, +)
    var object = JSONObject()
    object.set("open", open)
    object.set("overdue", overdue)
    object.set("dueSoon", dueSoon)
    object.set("inTime", max(0, open - overdue - dueSoon))
    return object
  }
}
