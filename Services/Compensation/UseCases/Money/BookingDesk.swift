import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// The books while payments of one batch are entered: everything that decides is read before, everything decided is
/// written after, in sets.
struct BookingDesk: Sendable {
  private let rules: AccountRules
  /// The newest year in which nothing is booked any more.
  private let closedYear: Int?
  private let today: CivilDate
  private var cases: [UUID: CaseMoney]
  private var entries: [LedgerEntry] = []
  private var waiting: [SuspenseStore.Draft] = []

  /// - Parameter locked: the cases that payments are for.
  static func open(
    _ locked: [CompensationCase], rules: RuleBook, work: UnitOfWork
  ) async throws -> BookingDesk {
    let inForce: AccountRules
    do throws(RuleLookupError) {
      inForce = try AccountRules(try rules.rules(at: work.now), calendar: rules.calendar)
    } catch {
      throw AccountError.rule(error)
    }
    let ids = locked.map(\.id)
    // Of a case's claims at most one is open; else the one that recovers counts.
    let claims = Dictionary(
      try await ClaimStore.list(ofCases: ids, locked: true, on: work.connection)
        .filter { $0.status.isOpen || $0.isRecovering }.map { ($0.caseId, $0) },
      uniquingKeysWith: { $0.status.isOpen ? $0 : $1 })
    let received = try await EntryStore.received(ids, on: work.connection)
    var receipts: [UUID: [LateInterest.Receipt]] = [:]
    if inForce.interest != nil { receipts = try await EntryStore.receipts(ids, on: work.connection) }
    let cases = locked.map { compensation in
      CaseMoney(
        compensation, claim: claims[compensation.id], receivedFen: received[compensation.id] ?? 0,
        receipts: receipts[compensation.id] ?? [])
    }
    return BookingDesk(
      rules: inForce, closedYear: try await YearStore.newestClosed(on: work.connection),
      today: ShanghaiTime.day(of: work.now),
      cases: Dictionary(cases.map { ($0.compensation.id, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  private init(rules: AccountRules, closedYear: Int?, today: CivilDate, cases: [UUID: CaseMoney]) {
    self.rules = rules
    self.closedYear = closedYear
    self.today = today
    self.cases = cases
  }

  /// The day something is booked on: its own, or today where its year is closed.
  private func day(of instant: Date) -> CivilDate {
    let day = ShanghaiTime.day(of: instant)
    return day.year > closedYear ?? 0 ? day : today
  }

  /// Decides how a payment is booked.
  mutating func book(_ payment: Payment, cause: Cause, at now: Date) throws -> ReceiptBooking {
    let day = day(of: payment.receivedAt)
    let money = cases[payment.caseId]
    let standing = try money?.standing(rules.interest, on: day)
    let agreed = money?.compensation.agreedParts.reduce(Int64(0)) { $0 &+ $1.amountFen }
    let booking = ReceiptBooking(
      payment, for: money?.compensation, claim: money?.claim, interestFen: standing?.interestDueFen ?? 0,
      interestFirst: rules.interest?.interestFirst ?? true,
      principalFen: standing.flatMap { standing in agreed.map { max(0, $0 - standing.principalPaidFen) } },
      accountRegion: rules.region, on: day)
    entries += booking.entries
    if let reason = booking.suspenseReason {
      waiting.append(
        SuspenseStore.Draft(
          payment: payment, region: money?.compensation.region ?? rules.region, reason: reason,
          amountFen: booking.suspendedFen))
    }
    cases[payment.caseId]?.take(booking, of: payment, on: day, cause: cause, at: now)
    return booking
  }

  /// Writes everything down.
  func save(_ write: CaseWriter, work: UnitOfWork) async throws {
    try await EntryStore.insert(entries, at: work.now, on: work.connection)
    try await SuspenseStore.insert(waiting, at: work.now, on: work.connection)
    let touched = cases.values.filter { !$0.change.isEmpty }
      .sorted { $0.compensation.id.uuidString < $1.compensation.id.uuidString }
    let claims = touched.filter(\.isClaimChanged).compactMap(\.claim)
    try await ClaimStore.save(claims, on: work.connection)
    for claim in claims { TakeClaimStep.follow(claim, work: work) }
    try await write(touched.map(\.change), work: work)
  }
}
