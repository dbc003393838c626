import Contracts
import FoundationEssentials

/// What the notifications service tells about a notice on the duty (告知单): that it reached the obligor, that the obligor said
/// so, or that it could not be brought.
struct NoticeProof: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case delivered
    case acknowledged(AcknowledgementKind)
    case failed(DeliveryFailure)

    /// The code in the rule packs; nil for what proves nothing.
    var ruleCode: String? {
      switch self {
      case .delivered: "DELIVERED"
      case .acknowledged(let kind): kind.rawValue.uppercased().split(separator: "-").joined(separator: "_")
      case .failed: nil
      }
    }
  }

  let caseId: UUID
  /// The notice's number.
  let number: String
  let kind: Kind
  let channel: ContactChannel?
  /// In real time.
  let at: Date
  /// The proof on file there.
  let proof: String?
}
