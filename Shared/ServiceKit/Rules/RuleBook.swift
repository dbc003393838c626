public import Civics
public import FoundationEssentials
import Synchronization

/// The rules of the service's city: the packs and the calendar that are active in the database.
///
/// Follows the database, so that `rules load` takes effect without a restart.
public final class RuleBook: Sendable {
  private struct Content {
    var hashes: [String]
    var packs: RulePackSet
    var calendar: WorkingCalendar
  }

  /// The city whose rules are applied.
  public let profile: String
  private let content: Mutex<Content>

  /// - Parameter profile: the name of a pack.
  /// - Throws: when the packs do not fit together, or none is of this profile.
  public convenience init(
    profile: String, packs: [RulePack], calendar: WorkingCalendar = .builtIn
  ) throws {
    try self.init(profile: profile, hashes: packs.map(\.hash), packs: packs, calendar: calendar)
  }

  init(profile: String, hashes: [String], packs: [RulePack], calendar: WorkingCalendar) throws {
    let set = try RulePackSet(packs)
    guard set.profiles.contains(profile) else {
      throw CommandFailure(
        .configuration, "there is no rule pack \(profile)",
        remedy: "Load one with `rules load`, or set RULES_PROFILE to one of: \(set.profiles.joined(separator: ", ")).")
    }
    self.profile = profile
    content = Mutex(Content(hashes: hashes, packs: set, calendar: calendar))
  }

  convenience init(profile: String, documents: [RuleStore.Document]) throws {
    let read = try RuleBook.read(documents)
    try self.init(profile: profile, hashes: documents.map(\.hash), packs: read.packs, calendar: read.calendar)
  }

  /// The rules in force at an instant.
  /// - Throws: `RuleLookupError` when no pack of the profile is.
  public func rules(at instant: Date) throws(RuleLookupError) -> RulesInForce {
    let packs = content.withLock { $0.packs }
    return try packs.rules(for: profile, at: instant)
  }

  /// All packs, for rules of other cities and past versions.
  public var packs: RulePackSet { content.withLock { $0.packs } }

  /// The working days known.
  public var calendar: WorkingCalendar { content.withLock { $0.calendar } }

  /// Takes over what is active now.
  /// - Returns: whether that is something else than before.
  func follow(_ documents: [RuleStore.Document]) throws -> Bool {
    let hashes = documents.map(\.hash)
    guard !documents.isEmpty, hashes != content.withLock({ $0.hashes }) else { return false }
    let read = try RuleBook.read(documents)
    let packs = try RulePackSet(read.packs)
    content.withLock { $0 = Content(hashes: hashes, packs: packs, calendar: read.calendar) }
    return true
  }

  private static func read(
    _ documents: [RuleStore.Document]
  ) throws -> (packs: [RulePack], calendar: WorkingCalendar) {
    var packs: [RulePack] = []
    var years: [WorkingCalendarYear] = []
    for document in documents {
      let text = String(decoding: document.body, as: UTF8.self)
      switch document.kind {
      case .pack: packs.append(try RulePack(yaml: text, file: document.name))
      case .calendar: years.append(try WorkingCalendarYear(yaml: text, file: document.name))
      }
    }
    return (packs, try WorkingCalendar.builtIn.replacing(years))
  }
}
