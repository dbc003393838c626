import Civics
import Contracts
import FoundationEssentials

/// A year of the account as staff see it, and as a table for the audit.
enum YearView {
  static func json(_ year: AccountYear, now statement: YearStatement? = nil) -> JSON {
    var object = year.file.json.object ?? JSONObject()
    object.set("year", year.year)
    object.set("region", year.region)
    object.set("status", code: year.status)
    object.set("overdue", year.isOverdue)
    object.set("updatedAt", year.updatedAt)
    if let statement {
      object.set("now", statement)
      // Whether the books are still what they were when the year was closed.
      object.set("unchanged", year.file.statement.map { $0 == statement })
    }
    return .object(object)
  }

  static let columns = ["项目", "类别", "笔数", "金额(元)"]

  /// The audit's table: balances, receipts and payments by kind and class.
  static func rows(_ statement: YearStatement) -> [[String]] {
    func balance(_ name: String, _ fen: Int64) -> [String] { [name, "", "", Money(fen: Int(fen)).description] }
    let lines = statement.lines.map {
      [$0.kind.chinese, $0.classCode, String($0.entries), Money(fen: Int($0.amountFen)).description]
    }
    let closing: [[String]] = [
      balance("本年收入", statement.receivedFen), balance("本年支出", statement.paidOutFen),
      balance("年末余额", statement.closingFen), balance("其中暂收款", statement.suspenseFen),
      balance("其中应付保险人", statement.insurersFen), ["分录摘要(SHA-256)", statement.digest, String(statement.entries), ""],
    ]
    return [balance("年初余额", statement.openingFen)] + lines + closing
  }
}
