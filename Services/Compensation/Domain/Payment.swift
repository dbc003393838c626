import Contracts
import FoundationEssentials

/// Money received on the one account. Recorded once, whether the case it names is known or not.
struct Payment: Sendable {
  let id: UUID
  let source: String
  let paymentNumber: String
  /// The case as the payer named it.
  let caseId: UUID
  let amountFen: Int64
  let receivedAt: Date
  let payer: PayerKind
  let account: String?
}
