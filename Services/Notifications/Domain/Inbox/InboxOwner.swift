import Contracts
import Civics

/// Whose inbox it is, as the key of an addressee says.
enum InboxOwner: Sendable, Equatable {
  /// One person of staff; the key is `staff:` and the subject of their tokens.
  case person(String)
  /// A unit of the bureaus; the key is `unit:` and its region, and may say more behind another colon.
  case unit(region: String)
  /// An enterprise, an agency, an insurer …: whoever holds a token of this subject.
  case holder(String)

  init(addressee: String, audience: MessageAudience) {
    let parts = addressee.split(separator: ":", omittingEmptySubsequences: false)
    if audience == .unit, parts.count >= 2, parts[0] == "staff" {
      self = .person(String(addressee.dropFirst("staff:".count)))
    } else if audience == .unit, parts.count >= 2, let region = try? RegionCode(String(parts[1])) {
      self = .unit(region: region.description)
    } else if audience == .agency, parts.count >= 2, parts[0] == "agency" {
      self = .holder(String(addressee.dropFirst("agency:".count)))
    } else {
      self = .holder(addressee)
    }
  }
}
