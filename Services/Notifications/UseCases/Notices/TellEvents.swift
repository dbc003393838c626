import Contracts
import FoundationEssentials
import Messaging
import Metrics
import Postgres

/// Tells those whom the rules name what happened: writes messages, legal documents, and what waits for digests. A batch
/// costs a handful of statements whatever its size.
struct TellEvents: Sendable {
  let books: NoticeBooks
  let issue: IssueDocuments

  func callAsFunction(_ events: [CloudEvent], work: UnitOfWork) async throws {
    try await paint(events, work: work)
    let book = books.current
    var tellings: [Telling] = []
    for event in events where book.notices[event.type] != nil {
      tellings += Telling.all(of: event, data: try event.json(), book: book, now: work.now)
    }
    guard !tellings.isEmpty else { return }
    var notices = try await address(tellings, on: work.connection)
    guard !notices.isEmpty else { return }
    notices = try await issue(notices, book: book, work: work)
    let sorted = try await sort(notices, book: book, work: work)
    try await write(sorted, book: book, work: work)
  }

  private func sort(_ notices: [AddressedNotice], book: NoticeBook, work: UnitOfWork) async throws -> NoticeSorting {
    let timing = book.timing
    let told = try await ToldNoticeStore.counts(
      of: Array(Set(notices.map(\.key))), since: work.now.addingTimeInterval(-timing.window.inSeconds),
      on: work.connection)
    let repeats = try await ToldNoticeStore.repeats(notices, now: work.now, on: work.connection)
    return NoticeSorting(notices, told: told, repeats: repeats, timing: timing)
  }

  private func write(_ sorted: NoticeSorting, book: NoticeBook, work: UnitOfWork) async throws {
    let due = book.timing.nextDigest(after: work.now)
    if !sorted.now.isEmpty {
      try await MessageStore.insert(sorted.now.map { $0.draft(timing: book.timing, now: work.now) }, work: work)
    }
    if !sorted.gathered.isEmpty {
      try await work.connection.execute(GatheredNoticeStore.insert(sorted.gathered, due: due))
      for key in Set(sorted.gathered.map(\.key)) {
        work.schedule(DurableTimer(kind: CompileDigests.timer, subject: key, due: due))
      }
    }
    let told = sorted.now + sorted.gathered.filter { $0.rule.once != nil }
    if !told.isEmpty { try await work.connection.execute(ToldNoticeStore.insert(told, at: work.now)) }
    for (outcome, notices) in [("told", sorted.now), ("gathered", sorted.gathered), ("dropped", sorted.dropped)]
    where !notices.isEmpty {
      Counter(label: "ecoredress_notices_total", dimensions: [("outcome", outcome)]).increment(by: notices.count)
    }
  }

  /// Finds the addressees. A role that nobody has is counted, so that it shows: there is nobody to tell.
  private func address(_ tellings: [Telling], on connection: PostgresConnection) async throws -> [AddressedNotice] {
    var pairs: [Telling.Target: Int] = [:]
    var asked: [(role: String, audience: MessageAudience, region: String, places: [String])] = []
    for telling in tellings {
      guard case .role(let role, let region) = telling.target, pairs[telling.target] == nil else { continue }
      pairs[telling.target] = asked.count
      asked.append((role, telling.rule.audience, region, RegionPlaces.upwards(from: region)))
    }
    let holders = Dictionary(
      grouping: try await AddresseeStore.holders(of: asked, on: connection), by: \.pair)
    let keys = tellings.compactMap { telling in if case .key(let key) = telling.target { key } else { nil } }
    let known = try await AddresseeStore.find(Array(Set(keys)), on: connection)
    return tellings.flatMap { telling -> [AddressedNotice] in
      switch telling.target {
      case .key(let key): return [AddressedNotice(telling: telling, key: key, entry: known[key])]
      case .role(let role, _):
        let found = pairs[telling.target].flatMap { holders[$0] } ?? []
        if found.isEmpty {
          Counter(label: "ecoredress_notices_unaddressed_total", dimensions: [("role", role)]).increment()
        }
        return found.map { AddressedNotice(telling: telling, key: $0.addressee.key, entry: $0.addressee) }
      }
    }
  }

  /// The book knows colours, so that segments can go by them.
  private func paint(_ events: [CloudEvent], work: UnitOfWork) async throws {
    var colours: [String: Colour] = [:]
    for event in events where event.type == .colourChanged {
      if let changed = try? event.decode(ColourChanged.self) { colours[changed.subjectKey] = changed.colour }
    }
    try await AddresseeStore.paint(colours.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, on: work.connection)
  }
}
