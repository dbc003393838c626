import Civics
import Contracts

/// The place that Open311 serves.
struct Open311Jurisdiction: Sendable {
  let region: RegionCode
  /// What clients call it.
  let id: String
  /// The channel that its reports count as.
  let channel: IntakeChannel
  /// Whom clients write to.
  let contact: String?

  /// - Throws: ``Open311Error`` 404 for another jurisdiction; a client need not name any.
  func check(_ parameters: Open311Parameters) throws(Open311Error) {
    guard let named = parameters["jurisdiction_id"], named != id else { return }
    throw .unknown("jurisdiction_id")
  }
}
