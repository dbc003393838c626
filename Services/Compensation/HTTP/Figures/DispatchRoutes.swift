import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Monthly circulars over HTTP.
struct DispatchRoutes: Sendable {
  let runner: UnitOfWorkRunner

  private static let columns = [
    "月份", "区划代码", "县(市、区)", "部门", "线索数", "启动数", "办结数", "在办数", "超期数", "确定金额(元)", "入户金额(元)",
  ]

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/dispatches/{region}") { request, context in
      let principal = try CaseRoutes.reader(context)
      let region = try context.parameters.require("region")
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      let query = try QueryReader(request, allowing: ["before", "limit", "format"])
      let limit = try query.integer("limit", in: 1...60) ?? 12
      let found = try await runner.read {
        try await DispatchStore.list(region, before: query.text("before"), limit: limit, on: $0)
      }
      if try request.wantsCSV {
        return CSVResponse(fileName: "dispatch-\(region).csv", columns: Self.columns, rows: found.flatMap(Self.rows))
          .response(from: request, context: context)
      }
      return JSONResponse(["dispatches": .array(found.map(\.event.json))]).response(from: request, context: context)
    }
  }

  private static func rows(_ dispatch: MonthlyDispatch) -> [[String]] {
    dispatch.lines.map { line in
      [dispatch.month, line.region, (try? RegionCode(line.region))?.name ?? "", line.department ?? "合计"]
        + [line.clues, line.filed, line.closed, line.open, line.overdue].map(String.init)
        + [line.amountFen, line.receivedFen].map { Money(fen: Int($0)).description }
    }
  }
}
