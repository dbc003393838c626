/// The accounts of the books of the one account (一个账户).
///
/// What stands on `bank` is what the treasury holds; all others say whose or what for it is. A balance is what an account
/// was debited less what it was credited: `bank` and `project` are positive, the others negative or nothing.
enum LedgerAccount: String, Sendable, CaseIterable {
  /// The money itself.
  case bank
  /// Received for a case, by case.
  case cases = "case"
  /// Received and matched to no case (暂收).
  case suspense
  /// Interest on late payment.
  case interest
  /// Received from obligors for insurers that paid before, by claim.
  case insurers = "insurer"
  /// Spent, by project.
  case projects = "project"

  var chinese: String {
    switch self {
    case .bank: "专户存款"
    case .cases: "案件赔偿金"
    case .suspense: "暂收款"
    case .interest: "迟延利息"
    case .insurers: "应付保险人追偿款"
    case .projects: "项目支出"
    }
  }
}
