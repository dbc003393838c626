import Contracts

/// Which entries of the addressee book are asked for.
struct AddresseeFilter: Sendable {
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  var audience: MessageAudience?
  var role: String?
  var tag: String?
  var isActive: Bool?
}
