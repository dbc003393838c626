import Contracts
import FoundationEssentials

/// When the personal data of a petitioner may be erased (个人信息保护法 第四十七条): when the case is filed and the time that its
/// file must be kept is over. Until then they may only be stored; nobody but the vault's key opens them.
struct Erasure: Sendable {
  /// Why they may not be erased yet.
  enum Refusal: Error, Sendable, Equatable {
    /// The case is not filed (归档) yet.
    case caseIsOpen
    /// Not before this instant.
    case mustBeKept(until: Date)
  }

  /// How long a file is kept after the case was filed.
  let retention: Duration

  /// - Returns: nil when they may be erased.
  func refusal(of petition: Petition, at now: Date) -> Refusal? {
    guard let archived = petition.file.archived, [.archived, .final].contains(petition.status) else {
      return .caseIsOpen
    }
    let end = archived.at.addingTimeInterval(retention / .seconds(1))
    return now < end ? .mustBeKept(until: end) : nil
  }
}
