import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// A yearly plan with its progress as JSON and as a table.
enum PlanView {
  static func json(_ plan: AnnualPlan, _ tasks: [TaskProgress]) -> JSON {
    var object = JSONObject()
    object.set("region", plan.region)
    object.set("year", plan.year)
    object.set("version", plan.version)
    object.set("issuedAt", plan.at)
    object.set("by", plan.by)
    object.set("tasks", .array(tasks.map(task)))
    return .object(object)
  }

  private static func task(_ progress: TaskProgress) -> JSON {
    var object = progress.task.json.object ?? JSONObject()
    object.set("done", progress.done)
    object.set("percent", progress.share.percent.map(JSON.number))
    return .object(object)
  }

  static func csv(_ plan: AnnualPlan, _ tasks: [TaskProgress]) -> CSVResponse {
    let rows = tasks.map { progress in
      let task = progress.task
      let isMoney = task.measure == .amountFixed
      func number(_ count: Int64) -> String { isMoney ? Money(fen: Int(count)).description : String(count) }
      return [
        task.region, (try? RegionCode(task.region))?.name ?? "", task.department ?? "", task.measure.chinese,
        number(Int64(task.target)), number(progress.done), progress.share.percent ?? "",
      ]
    }
    return CSVResponse(
      fileName: "plan-\(plan.region)-\(plan.year).csv",
      columns: ["区划代码", "县(市、区)", "部门", "任务", "目标", "完成", "完成率(%)"], rows: rows)
  }
}

extension PlanMeasure {
  /// As the table of tasks names it.
  fileprivate var chinese: String {
    switch self {
    case .clues: "线索筛查数"
    case .selfScreened: "自主筛查线索数"
    case .filed: "启动案件数"
    case .closed: "办结案件数"
    case .selfClosed: "自行办理案件办结数"
    case .amountFixed: "确定赔偿金额(元)"
    }
  }
}
