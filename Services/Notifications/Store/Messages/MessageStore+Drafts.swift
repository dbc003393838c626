import Contracts
import FoundationEssentials
import Messaging
import Postgres

extension MessageStore {
  /// Releases what is held back in a line; its subject is the line.
  static let releaseTimer = "message.release"

  /// Writes messages in the order given, tells that they wait, and sees to it that what is held back is let go in time;
  /// those that are there already stay as they are. The first of a line is due at once, the others when it is settled.
  static func insert(_ drafts: [MessageDraft], work: UnitOfWork) async throws {
    guard !drafts.isEmpty else { return }
    var sequences = try await lock(subjects: drafts.map(\.recordKey), on: work.connection)
    let known = try await work.connection.query(
      "select id from message where id = any(\(drafts.map(\.id)))", as: UUID.self)
    var seen = Set(known)
    let new = drafts.filter { !$0.channels.isEmpty && seen.insert($0.id).inserted }
    guard !new.isEmpty else { return }
    try await work.connection.execute(rows(new, now: work.now))
    let now = Date()
    for draft in new {
      sequences[draft.recordKey, default: 0] += 1
      work.emit(
        Announcements.outbound(
          draft.queued(at: now), sequence: sequences[draft.recordKey] ?? 1, cause: draft.cause(of: "queued")))
      if let notBefore = draft.notBefore, notBefore > work.now {
        work.schedule(DurableTimer(kind: releaseTimer, subject: draft.line(at: work.now), due: notBefore))
      }
    }
    try await work.connection.execute(count(sequences))
  }

  /// Lets the first message of each of these lines go, where none is under way.
  static func advance(lines: [String]) -> SQL {
    """
    update message m set due_at = clock_timestamp()
    from unnest(\(Array(Set(lines)))) as l(line)
    cross join lateral (
      select id, due_at from message where line = l.line and status = 'pending' order by ordinal limit 1) head
    where m.id = head.id and head.due_at is null
    """
  }

  private static func rows(_ drafts: [MessageDraft], now: Date) -> SQL {
    """
    insert into message (id, subject, line, audience, addressee, sealed, template, language, parameters, channels,
      channel, region, urgency, not_before, expires_at, document_number, wants_acknowledgement, petition_id, contact,
      cause, correlation, trace, due_at)
    select x.id, x.subject, x.line, x.audience, x.addressee, x.sealed, x.template, x.language, x.parameters,
      string_to_array(x.channels, ','), split_part(x.channels, ',', 1), x.region, x.urgency, x.not_before, x.expires_at,
      x.document_number, x.wants_acknowledgement, x.petition_id, x.contact, x.cause, x.correlation, x.trace,
      case when not x.held and row_number() over (partition by x.line order by x.number) = 1
        and not exists (select from message m where m.line = x.line and m.status = 'pending')
      then clock_timestamp() end
    from unnest(\(whom(drafts, now: now)), \(what(drafts)), \(when(drafts, now: now)))
      with ordinality as x(id, subject, line, audience, addressee, sealed, template, language, parameters, channels,
        region, urgency, document_number, wants_acknowledgement, petition_id, contact, not_before, expires_at, held,
        cause, correlation, trace, number)
    order by x.number
    """
  }

  private static func whom(_ drafts: [MessageDraft], now: Date) -> SQL {
    """
    \(drafts.map(\.id)), \(drafts.map(\.subject)), \(drafts.map { $0.line(at: now) }),
    \(drafts.map(\.audience.rawValue)), \(drafts.map(\.addressee)), \(drafts.map(\.sealed))
    """
  }

  private static func what(_ drafts: [MessageDraft]) -> SQL {
    """
    \(drafts.map(\.template)), \(drafts.map(\.language.rawValue)),
    \(drafts.map { PostgresJSON(JSON.object($0.words).bytes) }),
    \(drafts.map { $0.channels.map(\.rawValue).joined(separator: ",") }), \(drafts.map(\.region)),
    \(drafts.map(\.urgency.rawValue)), \(drafts.map(\.documentNumber)), \(drafts.map(\.wantsAcknowledgement)),
    \(drafts.map(\.petitionId)), \(drafts.map { $0.contact.map { Int16(clamping: $0) } })
    """
  }

  private static func when(_ drafts: [MessageDraft], now: Date) -> SQL {
    """
    \(drafts.map(\.notBefore)), \(drafts.map(\.expiresAt)), \(drafts.map { ($0.notBefore ?? now) > now }),
    \(drafts.map(\.cause.id)), \(drafts.map(\.cause.correlation)), \(drafts.map { $0.cause.traceParent?.description })
    """
  }
}
