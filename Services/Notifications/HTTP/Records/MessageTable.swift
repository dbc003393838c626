import Civics
import Contracts
import FoundationEssentials
import ServiceKit

/// Messages as rows of a table for offices.
enum MessageTable {
  static let columns = [
    "消息编号", "事项", "信访件编号", "联系", "对象", "接收方", "模板", "区划代码", "区划", "紧急程度", "状态", "渠道", "发送次数", "未送达原因", "文号", "生成时间",
    "办结时间", "送达凭证", "需回执", "回执时间",
  ]

  static func row(_ record: MessageRecord) -> [String] {
    let about: [String] = [
      record.id.lowercased, record.subject, record.petitionId?.lowercased ?? "",
      record.contact.map(MessageWording.contact) ?? "",
      MessageAudience(rawValue: record.audience).map(MessageWording.audience) ?? record.audience,
      record.addressee ?? "", record.template, record.region, (try? RegionCode(record.region))?.fullName ?? "",
      MessageUrgency(rawValue: record.urgency).map(MessageWording.urgency) ?? record.urgency,
    ]
    let course: [String] = [
      MessageWording.status(record.status),
      record.channel.map { ContactChannel(rawValue: $0).map(MessageWording.channel) ?? $0 } ?? "",
      String(record.attempts), record.failure ?? "", record.documentNumber ?? "", OfficeTime.text(record.madeAt),
      record.settledAt.map(OfficeTime.text) ?? "", record.proof ?? "",
    ]
    return about + course
      + [record.wantsAcknowledgement ? "是" : "否", record.acknowledgedAt.map(OfficeTime.text) ?? ""]
  }
}
