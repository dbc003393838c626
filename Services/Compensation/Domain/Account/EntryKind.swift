/// Why something is booked.
enum EntryKind: String, Sendable, CaseIterable {
  /// Money for a case.
  case receipt
  /// The part of it that is interest on late payment.
  case interest
  /// Money that belongs to no case, or to none that takes it.
  case suspense
  /// Money that waited is given to its case.
  case assignment
  /// Money of an obligor for the insurer that paid before.
  case recovery
  /// It is handed on to the insurer.
  case remittance
  /// Money goes back to whoever paid it.
  case refund
  /// Money is spent on a project.
  case spending
  /// An entry that was wrong is taken back by one the other way.
  case reversal

  var chinese: String {
    switch self {
    case .receipt: "赔偿金入户"
    case .interest: "迟延利息"
    case .suspense: "暂收"
    case .assignment: "暂收款认领"
    case .recovery: "追偿款入户"
    case .remittance: "追偿款划付保险人"
    case .refund: "退款"
    case .spending: "项目支出"
    case .reversal: "冲正"
    }
  }
}
