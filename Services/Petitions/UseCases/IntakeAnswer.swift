import Contracts
import FoundationEssentials

/// What becomes of a complaint.
enum IntakeAnswer: Sendable {
  /// With what the sender should know nevertheless.
  case registered(Petition, [ReceiptNotice])
  /// The same complaint, with the same content, was received before; with the number of this receipt.
  case duplicate(Petition, receipt: Int64)
  /// Other content under the same external id or event id; with the number of this receipt.
  case supplement(Petition, receipt: Int64)
  case rejected(ContractViolation)

  var status: ReceiptStatus {
    switch self {
    case .registered: .registered
    case .duplicate: .duplicate
    case .supplement: .supplement
    case .rejected: .rejected
    }
  }

  var petition: Petition? {
    switch self {
    case .registered(let petition, _), .duplicate(let petition, _), .supplement(let petition, _): petition
    case .rejected: nil
    }
  }

  var notices: [ReceiptNotice] {
    if case .registered(_, let notices) = self { notices } else { [] }
  }

  /// The number among the receipts of the petition, from one; zero where there is no petition to count them.
  var receipt: Int64 {
    switch self {
    case .registered: 1
    case .duplicate(_, let receipt), .supplement(_, let receipt): receipt
    case .rejected: 0
    }
  }
}
