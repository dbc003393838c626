import Civics
import Contracts
import FoundationEssentials

/// Cases as rows of a table for offices.
enum CaseTable {
  static let columns = [
    "案件编号", "办理环节", "区划代码", "区划", "线索来源", "赔偿义务人", "办理部门", "承办单位", "行政处罚案号", "发现时间", "启动时间", "结案时间", "到期时间", "是否超期",
    "是否中止", "重点案件", "无义务人", "金额(元)", "结案方式", "是否履行",
  ]

  static func row(_ compensation: CompensationCase) -> [String] {
    let region = (try? RegionCode(compensation.region))?.fullName ?? ""
    let file = compensation.file
    let about: [String] = [
      compensation.number, compensation.status.chinese, compensation.region, region, compensation.clueSource.chinese,
      compensation.subjectKey ?? "", file.department ?? "", file.unit ?? "", compensation.penalty?.number ?? "",
    ]
    let times = [compensation.openedAt, compensation.filedAt, compensation.closedAt, compensation.nextDue?.due]
    return about + times.map { $0.map(time) ?? "" } + marks(compensation) + results(compensation)
  }

  private static func marks(_ compensation: CompensationCase) -> [String] {
    let file = compensation.file
    return [
      yes(compensation.isOverdue), yes(compensation.suspension != nil),
      file.company.keyCase.map { level($0.level) } ?? "",
      yes(file.noObligor),
    ]
  }

  private static func results(_ compensation: CompensationCase) -> [String] {
    let file = compensation.file
    return [
      compensation.amountFen.map { Money(fen: Int($0)).description } ?? "", file.outcome?.chinese ?? "",
      file.performed.map(yes) ?? "",
    ]
  }

  /// As offices write it, in Shanghai.
  static func time(_ instant: Date) -> String {
    let day = ShanghaiTime.day(of: instant)
    let minutes = Int(instant.timeIntervalSince(ShanghaiTime.start(of: day)) / 60)
    return "\(day) " + [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  private static func yes(_ value: Bool) -> String { value ? "是" : "否" }

  private static func level(_ level: KeyCaseLevel) -> String {
    switch level {
    case .city: "市级"
    case .county: "县级"
    }
  }
}
