import ServiceKit
import Civics
import Contracts
import FoundationEssentials
import Postgres

/// Tries a draft of a rule pack on the whole ledger, page by page, and shows whose colour it would change; nothing is
/// kept.
struct TryRules: Sendable {
  struct Change: Sendable {
    let stored: Rating
    /// Nil while unrated.
    let score: Points?
    let colour: Colour
  }

  struct Page: Sendable {
    /// How many subjects were looked at.
    let examined: Int
    /// How many would have another score, those with another colour included.
    let scores: Int
    /// Those with another colour.
    let changes: [Change]
    /// The key to go on behind; nil at the end.
    let next: String?
  }

  /// How many subjects a page has when somebody waits for it, and when nobody does.
  static let shortPage = 5_000
  static let longPage = 20_000
  /// How many ledgers are in memory at a time.
  private static let few = 500

  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore
  let pages = LedgerPages()

  /// Reads a draft and works out its prices.
  func prepare(
    _ yaml: String, prices: RuleDraft.Prices, now: Date, on connection: PostgresConnection
  ) async throws -> (draft: RuleDraft, worth: LedgerSums.Worth) {
    let rules = clock.rules
    let today = ShanghaiTime.day(of: now)
    let draft = try RuleDraft(
      yaml: yaml, prices: prices, among: rules.packs.packs, profile: rules.profile, today: today)
    guard prices == .all else { return (draft, .recorded) }
    let span = try await connection.query(
      "select min(counts_from), max(counts_from) from fact", as: (Date?, Date?).self
    ).first
    let first = ShanghaiTime.day(of: span?.0 ?? now)
    let last = ShanghaiTime.day(of: span?.1 ?? now)
    return (draft, .priced(try PriceList(draft.rules, calendar: rules.calendar, days: first...max(first, last))))
  }

  /// One page of subjects in these divisions.
  func callAsFunction(
    _ draft: RuleDraft, _ worth: LedgerSums.Worth, regions: [String], after key: String, limit: Int, at now: Date,
    on connection: PostgresConnection
  ) async throws -> Page {
    guard let range = try await pages.next(after: key, limit: limit, on: connection) else {
      return Page(examined: 0, scores: 0, changes: [], next: nil)
    }
    let sums = LedgerSums(worth: worth, scale: draft.scale, now: now)
    var found = try await ratings.compareShown(sums.statement(range), on: connection)
      .map { Change(stored: $0.stored, score: $0.sum.score, colour: $0.sum.colour) }
    for group in try await pages.involved(range, on: connection).grouped(TryRules.few) {
      let ledgers = try await facts.ledgers(of: group, on: connection)
      for rating in try await ratings.find(group, on: connection) {
        guard let ledger = ledgers[rating.subject] else { continue }
        let derivation = try draft.repriced(ledger, calendar: clock.rules.calendar).derive(at: now, scale: draft.scale)
        guard derivation.score != rating.score || derivation.colour != rating.colour else { continue }
        found.append(Change(stored: rating, score: derivation.score, colour: derivation.colour))
      }
    }
    let shown = found.filter { change in regions.contains { RegionPattern.covers($0, change.stored.region) } }
    return Page(
      examined: range.count, scores: shown.count, changes: shown.filter { $0.colour != $0.stored.colour },
      next: range.count < limit ? nil : range.through)
  }
}
