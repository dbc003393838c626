/// Why money waits.
enum SuspenseReason: String, Sendable, CaseIterable {
  /// The case that the payer named is not known.
  case unknownCase = "unknown-case"
  /// The case is closed, or was never started.
  case closedCase = "closed-case"
  /// An insurer paid for a case without a claim.
  case noClaim = "no-claim"
  /// An insurer paid more than it owes.
  case excess

  var chinese: String {
    switch self {
    case .unknownCase: "案件不明"
    case .closedCase: "案件已结案或未启动"
    case .noClaim: "无理赔案件"
    case .excess: "超出应付金额"
    }
  }
}
