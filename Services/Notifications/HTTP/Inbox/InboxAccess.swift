import Contracts
import ServiceKit

/// Who may look into which inbox.
enum InboxAccess {
  /// Which boxes a caller's list shows.
  /// - Parameter own: staff ask for what is addressed to them in person; for others it is always theirs.
  static func box(of principal: Principal, own: Bool, regions: [String]) -> InboxStore.Box {
    if isHolder(principal) { return .own([principal.subject, "agency:\(principal.subject)"]) }
    return own ? .own(["staff:\(principal.subject)"]) : .units(regions)
  }

  /// - Throws: 404 for an item of somebody else's box, which is not even known to exist; 403 outside the region.
  static func check(_ item: InboxItem, for principal: Principal) throws(Problem) {
    switch InboxOwner(addressee: item.addressee, audience: item.audience) {
    case .holder(let subject):
      guard isHolder(principal), principal.subject == subject else { throw missing }
    case .person(let subject):
      guard !isHolder(principal), principal.subject == subject else { throw missing }
    case .unit(let region):
      guard !isHolder(principal) else { throw missing }
      guard principal.mayAct(in: region) else { throw .regionForbidden(region) }
    }
  }

  static let missing = Problem.notFound("There is no item of this id in an inbox of the caller's.")

  /// Whether the caller has a box of their own and none of a unit.
  private static func isHolder(_ principal: Principal) -> Bool { principal.has(.enterprise, .agency) }
}
