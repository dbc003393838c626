import Civics
import FoundationEssentials
import ServiceKit
import Synchronization

/// The rules about messages in force now, read once for each change of the rule packs.
final class NoticeBooks: Sendable {
  private struct Read {
    let city: RulesInForce
    let common: RulesInForce
    let book: NoticeBook
  }

  private let rules: RuleBook
  private let now: @Sendable () -> Date
  private let latest: Mutex<Read>

  /// - Parameter now: the business instant.
  /// - Throws: what is wrong with the rules in force.
  init(rules: RuleBook, now: @escaping @Sendable () -> Date) throws {
    self.rules = rules
    self.now = now
    latest = Mutex(try Self.read(rules, at: now()))
  }

  /// The book in force. Packs that cannot be read were refused when they were loaded; should one come all the same, the
  /// book before stays in force.
  var current: NoticeBook {
    latest.withLock { read in
      guard let (city, common) = try? Self.packs(rules, at: now()),
        city !== read.city || common !== read.common,
        let next = try? Self.read(rules, at: now())
      else { return read.book }
      read = next
      return next.book
    }
  }

  private static func packs(_ rules: RuleBook, at now: Date) throws(RuleLookupError) -> (RulesInForce, RulesInForce) {
    (try rules.rules(at: now), try rules.packs.rules(for: NoticeSource.profile, at: now))
  }

  private static func read(_ rules: RuleBook, at now: Date) throws -> Read {
    let (city, common) = try packs(rules, at: now)
    return Read(
      city: city, common: common, book: try NoticeBookReader.read(city: city, common: common))
  }
}
