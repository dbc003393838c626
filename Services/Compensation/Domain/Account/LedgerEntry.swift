import Civics
import Contracts
import FoundationEssentials

/// One movement on the books: an amount from the account that it credits to the account that it debits. Made once and
/// never changed.
struct LedgerEntry: Sendable, Equatable {
  /// Follows from what is booked, so that it is booked once.
  let id: UUID
  /// The day it is booked on, in Shanghai; its year is the accounting year.
  let day: CivilDate
  let kind: EntryKind
  let debit: LedgerAccount
  let credit: LedgerAccount
  /// In fen, more than nothing.
  let amountFen: Int64
  var caseId: UUID?
  var paymentId: UUID?
  var claimId: UUID?
  var projectId: UUID?
  /// Where it counts (GB/T 2260).
  let region: String
  /// Who paid, or what the money was spent on.
  let classCode: String
  /// The bank's number, a voucher, a decision.
  var document: String?
  var reason: String?
  /// The entry that this one takes back.
  var reverses: UUID?
  let actor: String

  /// The id of the movement that follows from something with an id of its own.
  static func id(_ parts: String...) -> UUID {
    let name = parts.map { "\($0.utf8.count):\($0)," }.joined()
    return EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "account-entry", name)
  }
}
