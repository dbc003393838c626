import Contracts
import FoundationEssentials

/// Something that staff enter and that becomes a fact of the ledger.
protocol StaffFact: Sendable {
  /// What was entered, in one fixed form.
  var json: JSON { get }

  /// The fact as the ledger takes it.
  /// - Parameters:
  ///   - source: the person, as a source of facts.
  ///   - key: the caller's own key of the request.
  ///   - content: SHA-256 of the JSON.
  func report(source: String, key: String, content: [UInt8], now: Date) -> FactReport
}
