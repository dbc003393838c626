import Contracts
import FoundationEssentials

/// Somebody in the addressee book: a unit, an enterprise, an agency, a court, an insurer, a public participant. Never a
/// petitioner: their contact data come sealed with each message and are kept nowhere.
struct Addressee: Sendable, Equatable {
  /// `unit:360482`, an enterprise's subject key, the subject of an agency's tokens, `court:…`, `insurer:…`, `public:…`.
  let key: String
  var audience: MessageAudience
  /// What it is called, in messages too.
  var name: String
  /// Six digits of GB/T 2260: whose staff keep the entry, and what roles and segments go by.
  var region: String
  /// What it does: `mobile-enforcement`, `procuratorate`. Rules find addressees by it.
  var roles: [String] = []
  /// Words of staff for segments: `electroplating`.
  var tags: [String] = []
  var language = MessageLanguage.chinese
  /// By which channels it wants to be reached, in its order; empty when it leaves that to the rules.
  var channels: [ContactChannel] = []
  /// Its colour, as `scoring` tells it.
  var colour: Colour?
  /// Whether anything is sent to it.
  var isActive = true
  var entry: Int64 = 0
  var version: Int64 = 1
  var updatedAt = Date(timeIntervalSince1970: 0)
  var updatedBy = ""

  /// The channels of a message: what a rule asks for, as far and in the order the addressee wants it. What the law asks to
  /// be served is not for the addressee to choose.
  func order(_ asked: [ContactChannel], urgency: MessageUrgency) -> [ContactChannel] {
    guard urgency != .legal, !channels.isEmpty else { return asked }
    let wanted = channels.filter(asked.contains)
    return wanted.isEmpty ? asked : wanted
  }
}
