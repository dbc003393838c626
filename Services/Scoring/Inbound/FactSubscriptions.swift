import Contracts
import FoundationEssentials
import Messaging

/// The topics that facts come from: verified petitions, enforcement, what became of compensation cases.
struct FactSubscriptions: Sendable {
  let prefix: TopicPrefix
  let record: RecordFacts
  let register: RegisterSubjects
  let follow: EventFollower
  let followCases: FollowCases

  /// What makes an entry of the ledger.
  private static let facts: Set<EventType> = [
    .petitionVerified, .inspectionRecorded, .penaltyFiled, .penaltyDecided, .rectificationVerified, .studyCompleted,
    .examPassed, .apologyPublished, .crimeReferred, .crimeDecided, .factCorrected, .subjectLinked, .compensationClosed,
  ]

  var subscriptions: [Subscription] {
    let read = FactSubscriptions.facts.union([.subjectRegistered]).union(CaseRecordReader.enforcement)
      .union(CaseRecordReader.compensations).union(EventFollower.compensationTypes)
    return [Topic.petitions, .enforcement, .compensations].map { topic in
      subscription(topic, read.filter { ContractCatalogue.contract(of: $0)?.topic == topic })
    }
  }

  private func subscription(_ topic: Topic, _ types: Set<EventType>) -> Subscription {
    Subscription(topic: prefix.name(of: topic), types: types) { messages, work in
      try await handle(messages, work: work)
    }
  }

  /// An event that breaks its contract goes to the dead letters and stops nothing.
  private func handle(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    var facts: [ReportedFact] = []
    var registrations: [(registration: SubjectRegistration, cause: Cause, actor: String)] = []
    var followed: [InboundMessage] = []
    var told: [RecordedCase] = []
    for message in messages {
      do throws(ContractViolation) {
        let record = try CaseRecordReader.read(message.event, now: work.now)
        if message.event.type == .subjectRegistered {
          let registration = try FactReader.registration(message.event, now: work.now)
          registrations.append((registration, message.cause, "scoring"))
        } else if FactSubscriptions.facts.contains(message.event.type),
          let report = try FactReader.read(message.event, now: work.now)
        {
          facts.append(ReportedFact(report: report, cause: message.cause))
        }
        followed.append(message)
        if let record { told.append(RecordedCase(record: record, cause: message.cause)) }
      } catch {
        try work.refuse(message.record, orderingKey: message.orderingKey, because: error)
      }
    }
    try await record(facts, work: work)
    try await register(registrations, work: work)
    try await follow(followed, work: work)
    try await followCases(told, work: work)
  }
}
