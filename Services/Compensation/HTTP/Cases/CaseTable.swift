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
      compensation.number, stage(compensation.status), compensation.region, region, source(compensation.clueSource),
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
      compensation.amountFen.map { Money(fen: Int($0)).description } ?? "", file.outcome.map(outcome) ?? "",
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

  /// The stage as offices call it.
  static func stage(_ status: CompensationStatus) -> String {
    switch status {
    case .clue: "线索核查"
    case .notStarted: "不启动"
    case .filed: "启动"
    case .investigation: "调查"
    case .assessment: "鉴定评估"
    case .negotiation: "磋商"
    case .agreed: "达成协议"
    case .courtConfirmation: "司法确认"
    case .performing: "修复或履行"
    case .evaluation: "效果评估"
    case .suit: "诉讼"
    case .insurance: "保险赔付"
    case .closed: "结案"
    }
  }

  private static func source(_ source: ClueSource) -> String {
    switch source {
    case .petition: "信访举报"
    case .media: "媒体曝光"
    case .protectedArea: "自然保护地"
    case .penalty: "行政处罚"
    case .inspection: "执法检查"
    case .supervision: "上级督察"
    case .emergency: "突发环境事件"
    case .crime: "刑事案件"
    case .procuratorate: "检察机关"
    case .other: "其他"
    }
  }

  private static func level(_ level: KeyCaseLevel) -> String {
    switch level {
    case .city: "市级"
    case .county: "县级"
    }
  }

  private static func outcome(_ outcome: CompensationOutcome) -> String {
    switch outcome {
    case .performed: "履行完毕"
    case .insured: "保险赔付"
    case .suit: "诉讼"
    case .terminated: "终止"
    }
  }
}
