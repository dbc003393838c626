import Contracts
import Crypto
import FoundationEssentials
import Kafka
import Messaging

/// Complaints from Kafka: every record gets one receipt, whatever it is.
struct ComplaintIntake: Sendable {
  let topics: ComplaintTopics
  let receive: ReceiveComplaints

  /// One subscription for each topic that complaints may come in on. Repeats are this service's own business: it knows
  /// them for ever and answers them, so the inbox must not keep them away.
  var subscriptions: [Subscription] {
    topics.topics.map { topic in
      Subscription(
        topic: topic, types: [.complaintSubmitted], unknownTypes: .refused, passesInbox: false,
        orderingKey: ComplaintOrder.key, handle: handle, refuse: refuse, delay: delay)
    }
  }

  @Sendable private func handle(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    let incoming = messages.map(incoming)
    let answers = try await receive(incoming, work: work)
    for (index, message) in messages.enumerated() {
      if case .rejected(let violation) = answers[index] {
        try work.refuse(message.record, orderingKey: message.orderingKey, because: violation)
      }
      ComplaintReceipts.emit(answers[index], to: message, submission: incoming[index].submission, work: work)
    }
  }

  @Sendable private func refuse(_ messages: [RefusedMessage], work: UnitOfWork) async throws {
    for message in messages {
      let digest = Array(SHA256.hash(data: message.record.value ?? []))
      ComplaintReceipts.refuse(message, digest: digest, work: work)
    }
  }

  @Sendable private func delay(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    for message in messages { ComplaintReceipts.delay(message, work: work) }
  }

  private func incoming(_ message: InboundMessage) -> IncomingComplaint {
    IncomingComplaint(
      source: message.event.source, eventId: message.event.id, time: message.event.time,
      traceParent: message.cause.traceParent, complaint: complaint(message),
      submission: ComplaintReceipts.submission(message.record, digest: message.digest))
  }

  private func complaint(_ message: InboundMessage) -> Result<ComplaintSubmitted, ContractViolation> {
    do throws(ContractViolation) {
      guard topics.admits(source: message.event.source, on: message.record.topic) else {
        throw ContractViolation(.sourceNotAllowed, field: "source")
      }
      return .success(try message.event.decode())
    } catch {
      return .failure(error)
    }
  }
}
