import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Issues the circular of the month that is over (每月调度和通报), once; fires on the first of each month.
struct IssueDispatch: Sendable {
  static let timer = "compensation.monthly-dispatch"

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let today = ShanghaiTime.day(of: work.now)
    let month = FigureGrain.month.start(of: today).adding(months: -1)
    let region = try AccountRules(try rules.rules(at: work.now), calendar: rules.calendar).region
    try await issue(FigurePeriod(months: 1, from: month), for: region, work: work)
    work.schedule(
      DurableTimer(
        kind: Self.timer, subject: "",
        due: ShanghaiTime.start(of: FigureGrain.month.next(after: FigureGrain.month.start(of: today)))))
  }

  private func issue(_ month: FigurePeriod, for region: String, work: UnitOfWork) async throws {
    let lines = try await lines(month, region, work: work)
    guard !lines.isEmpty else { return }
    let dispatch = MonthlyDispatch(region: region, month: month.text, at: work.now, lines: lines)
    guard try await DispatchStore.insert(dispatch, on: work.connection) else { return }
    MoneyAnnouncements.emit(
      dispatch.event, sequence: 1,
      cause: Cause(id: "dispatch:\(region):\(month.text)", correlation: "dispatch:\(region):\(month.text)"), work: work)
    work.record(
      AuditEntry(
        actor: "compensation", action: "dispatch.issued", subject: "\(region) \(month.text)", cause: Self.timer))
  }

  /// A line for each county with anything to tell, and one for each department in it.
  private func lines(_ month: FigurePeriod, _ region: String, work: UnitOfWork) async throws -> [DispatchLine] {
    let sums = try await DispatchStore.sums(month, in: region, on: work.connection)
    let overdue = try await DispatchStore.overdue(in: region, on: work.connection)
    let counties = Set(sums.keys.map(\.region)).union(overdue.keys.map(\.region)).sorted()
    var lines: [DispatchLine] = []
    for county in counties {
      let here = sums.filter { $0.key.region == county }
      let late = overdue.filter { $0.key.region == county }
      lines.append(
        Self.line(
          county, nil, here.values.reduce(DispatchStore.Sums(), +), overdue: late.values.reduce(0, +)))
      for department in Set(here.keys.map(\.department)).union(late.keys.map(\.department)).sorted()
      where !department.isEmpty {
        let cell = DispatchStore.Cell(region: county, department: department)
        lines.append(Self.line(county, department, here[cell] ?? DispatchStore.Sums(), overdue: late[cell] ?? 0))
      }
    }
    return Array(lines.filter { !$0.isEmpty }.prefix(DispatchStore.largest))
  }

  private static func line(
    _ region: String, _ department: String?, _ sums: DispatchStore.Sums, overdue: Int
  ) -> DispatchLine {
    let month = sums.month
    return DispatchLine(
      region: region, department: department, clues: Int(month[.clues]), filed: Int(month[.filed]),
      closed: Int(month[.closed]), open: max(0, Int(sums.all[.filed] &- sums.all[.closed])), overdue: overdue,
      amountFen: max(0, month[.amountFen]), receivedFen: max(0, month[.receivedFen]))
  }
}

extension DispatchLine {
  fileprivate var isEmpty: Bool {
    clues == 0 && filed == 0 && closed == 0 && open == 0 && overdue == 0 && amountFen == 0 && receivedFen == 0
  }
}
