import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Petitions as rows of a table for offices; no identity and none of the complainant's words.
enum PetitionTable {
  static let columns = [
    "信访编号", "状态", "区划代码", "区划", "类别", "渠道", "承办单位", "对象", "收到时间", "到期时间", "是否超期", "已完成告知次数", "补充次数", "来源", "来源编号", "摘要",
  ]

  static func row(_ petition: Petition, to principal: Principal) -> [String] {
    // Who may see the sheet alone gets no more in a table.
    let isWhole = petition.disclosure(to: principal.territory) == .whole
    let state = petition.state
    return [
      petition.number, petition.status.rawValue, petition.region, (try? RegionCode(petition.region))?.fullName ?? "",
      state.category.rawValue, isWhole ? petition.channel.rawValue : "", petition.unit,
      isWhole ? petition.knownSubject ?? "" : "", time(petition.receivedAt), state.nextDue.map { time($0.due) } ?? "",
      state.overdue ? "是" : "否", String(state.contacts), String(petition.supplements), isWhole ? petition.source : "",
      isWhole ? petition.externalId : "", petition.file.summary?.text ?? "",
    ]
  }

  /// As offices write it, in Shanghai.
  private static func time(_ instant: Date) -> String {
    let day = ShanghaiTime.day(of: instant)
    let minutes = Int(instant.timeIntervalSince(ShanghaiTime.start(of: day)) / 60)
    return "\(day) " + [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
