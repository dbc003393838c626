import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Deliveries to all endpoints, for operators: lists and tables. An agency reads its own under its subscription.
struct DeliveryListRoutes: Sendable {
  private static let names: Set<String> = [
    "endpoint", "status", "type", "subject", "from", "before", "cursor", "limit", "format",
  ]

  let runner: UnitOfWorkRunner
  let list: ListDeliveries
  let export: ExportList

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/deliveries") { request, context in
      let principal = try context.require(.operator, .leader, .auditor)
      let (filter, canonical) = try Self.filter(request)
      if try request.wantsCSV {
        return try await table(filter, canonical, Caller(principal, context)).response(from: request, context: context)
      }
      let page = try await runner.read { try await list(filter, on: $0) }
      var object = JSONObject()
      object.set("deliveries", .array(page.deliveries.map(Self.json)))
      object.set(
        "next", page.next.map { PageCursor([PageCursor.key($0.madeAt), $0.ordinal]).text(of: canonical) })
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
  }

  private static func filter(_ request: Request) throws(Problem) -> (DeliveryFilter, canonical: String) {
    let query = try QueryReader(request, allowing: names)
    var filter = DeliveryFilter()
    if let text = query.text("endpoint") {
      guard let id = UUID(text: text) else { throw QueryReader.invalid("endpoint", "the id of a subscription") }
      filter.endpoint = id
    }
    filter.status = try query.code("status")
    filter.type = query.text("type")
    filter.subject = query.text("subject")
    filter.from = try query.instant("from")
    filter.before = try query.instant("before")
    filter.limit = try query.integer("limit", in: 1...ListDeliveries.largestPage) ?? 50
    let canonical = "deliveries?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") {
      let keys = try PageCursor(text, of: canonical, keys: 2).keys
      filter.after = DeliveryMark(madeAt: PageCursor.instant(keys[0]), ordinal: keys[1])
    }
    return (filter, canonical)
  }

  private func table(_ filter: DeliveryFilter, _ canonical: String, _ caller: Caller) async throws -> CSVStream {
    try await runner.run { export.record("deliveries", canonical, by: caller, work: $0) }
    var filter = filter
    filter.limit = ListDeliveries.largestPage
    let (runner, list, whole) = (runner, list, filter)
    return CSVStream(fileName: "deliveries.csv", columns: Self.columns) {
      let walk = ExportList.Walk<DeliveryFilter, DeliveryRecord>(whole) { filter in
        let page = try await runner.read { try await list(filter, on: $0) }
        return (
          page.deliveries,
          page.next.map { next in
            var rest = filter
            rest.after = next
            return rest
          }
        )
      }
      return { try await walk.next()?.map(Self.row) }
    }
  }

  private static let columns = [
    "投递编号", "端点", "单位", "事件类型", "事项", "状态", "投递次数", "生成时间", "下次投递", "办结时间", "最后应答", "失败原因",
  ]

  private static func row(_ record: DeliveryRecord) -> [String] {
    [
      record.id.lowercased, record.endpoint.lowercased, record.agency, record.type, record.subject,
      word(record.status), String(record.attempts), OfficeTime.text(record.madeAt),
      record.dueAt.map(OfficeTime.text) ?? "", record.settledAt.map(OfficeTime.text) ?? "",
      record.lastStatus.map { String($0) } ?? "", record.lastFailure ?? "",
    ]
  }

  private static func word(_ status: DeliveryStatus) -> String {
    switch status {
    case .pending: "待投递"
    case .delivered: "已投递"
    case .exhausted: "已放弃"
    }
  }

  private static func json(_ record: DeliveryRecord) -> JSON {
    var object = JSONObject()
    object.set("id", record.id)
    object.set("endpoint", record.endpoint)
    object.set("agency", record.agency)
    object.set("type", record.type)
    object.set("subject", record.subject)
    object.set("status", code: record.status)
    object.set("attempts", record.attempts)
    object.set("madeAt", record.madeAt)
    object.set("dueAt", record.dueAt)
    object.set("settledAt", record.settledAt)
    object.set("lastStatus", record.lastStatus.map(Int.init))
    object.set("lastFailure", record.lastFailure)
    return .object(object)
  }
}
