/// What became of a complaint record.
public enum ReceiptStatus: String, Sendable, CaseIterable {
  /// A petition was registered.
  case registered
  /// The same complaint, with the same content, was registered before.
  case duplicate
  /// A complaint of the same source and externalId with other content, or one that names the petition it adds to, was
  /// added to its petition.
  case supplement
  /// The record breaks the contract; `violation` says how. Final.
  case rejected
  /// The record is valid, handling it failed; it is kept and will be handled by staff.
  case delayed
}
