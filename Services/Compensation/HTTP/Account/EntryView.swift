import Civics
import Contracts
import FoundationEssentials

/// Entries of the account as staff see them.
enum EntryView {
  static let columns = [
    "序号", "日期", "类型", "借方", "贷方", "金额(元)", "案件", "项目", "理赔", "区划代码", "类别", "凭证号", "事由", "经办", "记账时间",
  ]

  static func json(_ kept: EntryStore.Kept) -> JSON {
    var object = json(kept.entry).object ?? JSONObject()
    object.set("number", kept.number)
    object.set("recordedAt", kept.recordedAt)
    return .object(object)
  }

  static func json(_ entry: LedgerEntry) -> JSON {
    var object = JSONObject()
    object.set("entryId", entry.id)
    object.set("day", entry.day.description)
    object.set("kind", code: entry.kind)
    object.set("debit", code: entry.debit)
    object.set("credit", code: entry.credit)
    object.set("amountFen", entry.amountFen)
    object.set("caseId", entry.caseId)
    object.set("paymentId", entry.paymentId)
    object.set("claimId", entry.claimId)
    object.set("projectId", entry.projectId)
    object.set("region", entry.region)
    object.set("class", entry.classCode)
    object.set("document", entry.document)
    object.set("reason", entry.reason)
    object.set("reverses", entry.reverses)
    object.set("by", entry.actor)
    return .object(object)
  }

  static func row(_ kept: EntryStore.Kept) -> [String] {
    let entry = kept.entry
    let front = [
      String(kept.number), entry.day.description, entry.kind.chinese, entry.debit.chinese, entry.credit.chinese,
      Money(fen: Int(entry.amountFen)).description,
    ]
    let owners = [entry.caseId, entry.projectId, entry.claimId].map { $0?.lowercased ?? "" }
    return front + owners + [
      entry.region, entry.classCode, entry.document ?? "", entry.reason ?? "", entry.actor,
      CaseTable.time(kept.recordedAt),
    ]
  }

  static func json(_ balance: BalanceStore.Balance) -> JSON {
    var object = JSONObject()
    object.set("account", code: balance.account)
    object.set("name", balance.account.chinese)
    object.set("debitFen", balance.debitFen)
    object.set("creditFen", balance.creditFen)
    object.set("balanceFen", balance.fen)
    return .object(object)
  }

  static func json(_ item: SuspenseStore.Item) -> JSON {
    var object = JSONObject()
    object.set("paymentId", item.payment.id)
    object.set("paymentNumber", item.payment.paymentNumber)
    object.set("caseId", item.payment.caseId)
    object.set("payer", code: item.payment.payer)
    object.set("source", item.payment.source)
    object.set("amountFen", item.amountFen)
    object.set("leftFen", item.leftFen)
    object.set("reason", code: item.reason)
    object.set("reasonName", item.reason.chinese)
    object.set("receivedAt", item.payment.receivedAt)
    return .object(object)
  }
}
