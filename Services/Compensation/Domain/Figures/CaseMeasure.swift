/// What is counted of compensation cases.
enum CaseMeasure: String, Sendable, CaseIterable {
  /// 线索, by the day they came in.
  case clues
  /// 启动, by the day.
  case filed
  /// Of the cases started on a day, those closed by now: what the closure rate is made of.
  case filedClosed = "filed_closed"
  /// 办结, by the day.
  case closed
  case closedOnTime = "closed_on_time"
  /// Closed with money paid into the account.
  case closedByMoney = "closed_by_money"
  /// The amount fixed, by the day on which it was fixed or changed, in fen.
  case amountFen = "amount_fen"
  case receivedFen = "received_fen"
  /// Spent on projects in the region.
  case spentFen = "spent_fen"

  /// Its column in the counters.
  var column: String { rawValue }

  var chinese: String {
    switch self {
    case .clues: "线索数"
    case .filed: "启动件数"
    case .filedClosed: "启动案件中已办结件数"
    case .closed: "办结件数"
    case .closedOnTime: "按期办结件数"
    case .closedByMoney: "以缴纳赔偿金结案件数"
    case .amountFen: "确定赔偿金额(元)"
    case .receivedFen: "入户金额(元)"
    case .spentFen: "支出金额(元)"
    }
  }

  var isMoney: Bool {
    switch self {
    case .amountFen, .receivedFen, .spentFen: true
    default: false
    }
  }
}
