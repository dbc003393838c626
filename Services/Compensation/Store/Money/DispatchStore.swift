import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Monthly circulars, inserted once and never changed.
enum DispatchStore {
  static let largest = 512

  private struct Lines: JSONConvertible {
    let lines: [DispatchLine]
    init(_ lines: [DispatchLine]) { self.lines = lines }
    init(fields: JSONFields) throws(ContractViolation) {
      lines = try fields.objects("lines", maximum: DispatchStore.largest)
    }
    var json: JSON {
      var object = JSONObject()
      object.set("lines", lines)
      return .object(object)
    }
  }

  /// - Returns: whether it is new.
  static func insert(_ dispatch: MonthlyDispatch, on connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      """
      insert into monthly_dispatch (region, month, at, lines)
      values (\(dispatch.region), \(dispatch.month), \(dispatch.at), \(PostgresJSON(Lines(dispatch.lines).json.bytes)))
      on conflict do nothing returning true
      """, as: Bool.self)
    return !rows.isEmpty
  }

  /// Circulars of a bureau, the newest first.
  static func list(
    _ region: String, before month: String?, limit: Int, on connection: PostgresConnection
  ) async throws -> [MonthlyDispatch] {
    let rows = try await connection.query(
      """
      select month, at, lines::text from monthly_dispatch
      where region = \(region) and month < \(month ?? "9999") order by month desc limit \(limit)
      """, as: (String, Date, String).self)
    return try rows.map { row in
      let lines = try Lines(json: try JSON(parsing: Array(row.2.utf8), limits: .storedFile), path: "lines").lines
      return MonthlyDispatch(region: region, month: row.0, at: row.1, lines: lines)
    }
  }

  /// One county and department; empty for cases that no department has.
  struct Cell: Hashable, Sendable {
    let region: String
    let department: String
  }

  /// What was counted in a month, and in all time up to its end.
  struct Sums: Sendable {
    var month = CaseCounts()
    var all = CaseCounts()

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(month: left.month + right.month, all: left.all + right.all)
    }
  }

  /// What was counted, by county and department.
  static func sums(
    _ month: FigurePeriod, in region: String, on connection: PostgresConnection
  ) async throws -> [Cell: Sums] {
    let departments = try await connection.query(
      """
      select distinct department::text from figure_count where grain = 'year' union
      select distinct department::text from figure_entry order by 1 limit 100
      """, as: String.self)
    var sums: [Cell: Sums] = [:]
    for department in departments {
      var question = CaseFigureQuestion(period: month, regions: [region], department: department)
      question.grouping = .region(digits: 6)
      for sum in try await CaseFigureStore.sums(question, on: connection) {
        let cell = Cell(region: sum.key, department: department)
        switch sum.span {
        case .now: sums[cell, default: Sums()].month = sums[cell, default: Sums()].month + sum.counts
        case .cumulative: sums[cell, default: Sums()].all = sums[cell, default: Sums()].all + sum.counts
        case .before: break
        }
      }
    }
    return sums
  }

  /// How many cases have a period that has run out, at present, by county and department.
  static func overdue(in region: String, on connection: PostgresConnection) async throws -> [Cell: Int] {
    let rows = try await connection.query(
      """
      select region, coalesce(department, ''), count(*) from compensation_case
      where is_overdue and \(RegionCondition.sql([region])) group by 1, 2
      """, as: (String, String, Int).self)
    return Dictionary(
      rows.map { (Cell(region: $0.0, department: $0.1), $0.2) }, uniquingKeysWith: { first, _ in first })
  }
}
