/// What a sender should know of a complaint that was taken in nevertheless.
public enum ReceiptNotice: String, Sendable, CaseIterable {
  /// No supervisor is registered under this number: taken in as a citizen's.
  case supervisorUnknown = "supervisor-unknown"
  /// There is no petition of the number in `addsTo`: taken in as a petition of its own.
  case petitionUnknown = "petition-unknown"
  /// No row of the routing table fits the place: the named fallback has it.
  case routedToFallback = "routed-to-fallback"
  /// A field that the contract does not know was left out.
  case fieldUnknown = "field-unknown"
}
