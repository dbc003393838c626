import FoundationEssentials

/// How it stands with everything that was told about one subject: a petition, case, enterprise or endpoint.
struct SubjectState: Sendable {
  /// The most messages, and deliveries, that are looked at: the latest of the subject.
  static let reach = 1_000

  /// One of the three contacts with a petitioner.
  struct Contact: Sendable, Equatable {
    /// 1 received, 2 accepted or refused, 3 concluded.
    let number: Int
    let status: MessageStatus
    let channel: String?
    let attempts: Int
    let at: Date
    let isAcknowledged: Bool
  }

  let subject: String
  /// How many messages are in each status.
  let messages: [MessageStatus: Int]
  /// How many still want their receiver to say that they came.
  let unacknowledged: Int
  /// The latest message of each of the three contacts, ascending.
  let contacts: [Contact]
  let latest: MessageRecord?
  /// How many deliveries to agencies are in each status.
  let deliveries: [DeliveryStatus: Int]

  /// - Parameter records: the latest first, inside the regions of whoever asks.
  init(subject: String, records: [MessageRecord], deliveries: [DeliveryStatus: Int]) {
    self.subject = subject
    messages = Dictionary(grouping: records, by: \.status).mapValues(\.count)
    unacknowledged = records.count { $0.wantsAcknowledgement && $0.acknowledgedAt == nil }
    contacts = (1...3).compactMap { number in
      records.first { $0.contact == number }.map { record in
        Contact(
          number: number, status: record.status, channel: record.channel, attempts: record.attempts,
          at: record.settledAt ?? record.madeAt, isAcknowledged: record.acknowledgedAt != nil)
      }
    }
    latest = records.first
    self.deliveries = deliveries
  }

  var isEmpty: Bool { messages.isEmpty && deliveries.isEmpty }
}
