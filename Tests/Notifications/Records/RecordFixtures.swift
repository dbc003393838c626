import FoundationEssentials
import Postgres

@testable import Notifications

/// Rows of messages and deliveries as the machinery leaves them, made by hand where a test needs many.
enum RecordFixtures {
  /// 2026-02-01 00:00 in Shanghai.
  static let start = Date(timeIntervalSince1970: 1_769_875_200)

  /// Many messages, a second apart, the same number again the same: spread over regions, statuses, channels, audiences.
  static func messages(_ count: Int, _ office: Office) async throws {
    try await office.pool.execute(
      """
      insert into message (id, petition_id, contact, template, channels, channel, parameters, region, cause, correlation,
        audience, addressee, subject, line, status, urgency, document_number, wants_acknowledgement, made_at, settled_at,
        proof)
      select md5('message ' || i)::uuid, case when i % 2 = 0 then md5('petition ' || i / 100)::uuid end,
        case when i % 2 = 0 then i / 2 % 4 end, 'template-' || i % 5, '{sms,phone}', (array['sms', 'phone', 'email'])[1 + i % 3],
        '{}', (array['360402', '360403', '360481', '360482', '350100'])[1 + i % 5], 'cause', 'root',
        case when i % 2 = 0 then 'petitioner' else 'enterprise' end, case when i % 2 = 1 then 'uscc:' || i % 500 end,
        case when i % 2 = 0 then md5('petition ' || i / 100)::uuid::text else 'uscc:' || i % 500 end, 'line',
        case when i % 1000 = 7 then 'failed' when i % 1000 = 8 then 'by-hand' when i % 10 = 9 then 'pending' else 'delivered' end,
        'legal', case when i % 100 = 1 then '文' || i end, i % 4 = 1, \(start) + i * interval '1 second',
        case when i % 10 < 9 then \(start) + i * interval '1 second' + interval '30 seconds' end, 'proof ' || i
      from generate_series(1, \(count)) as i
      """)
  }

  /// Many deliveries of one event type to a few endpoints.
  static func deliveries(_ count: Int, to endpoints: [UUID], _ office: Office) async throws {
    try await office.pool.execute(
      """
      insert into announced_event (id, type, body, made_at)
      select md5('event ' || i)::uuid, case when i % 3 = 0 then 'ecoredress.petition.accepted.v1'
        else 'ecoredress.colour.changed.v1' end, '{}', \(start) from generate_series(1, \(count)) as i
      """)
    try await office.pool.execute(
      """
      insert into delivery (id, endpoint_id, event_id, subject, status, attempts, made_at)
      select md5('delivery ' || i)::uuid, (\(endpoints))[1 + i % \(endpoints.count)], md5('event ' || i)::uuid,
        'subject-' || i % 200, case when i % 50 = 0 then 'exhausted' when i % 50 = 1 then 'pending' else 'delivered' end, 1,
        \(start) + i * interval '1 second'
      from generate_series(1, \(count)) as i
      """)
  }
}
