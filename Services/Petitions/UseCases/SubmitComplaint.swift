import Contracts
import FoundationEssentials
import Messaging

/// Takes in one complaint over HTTP; what is answered is committed.
struct SubmitComplaint: Sendable {
  let runner: UnitOfWorkRunner
  let receive: ReceiveComplaints

  /// - Parameters:
  ///   - source: whose complaint it is; with its external id it is the key that makes sending it again harmless.
  ///   - eventId: what the sender calls this submission; nil takes the external id.
  func callAsFunction(
    _ complaint: ComplaintSubmitted, source: String, eventId: String?, caller: Caller
  ) async throws -> IntakeAnswer {
    let incoming = IncomingComplaint(
      source: source, eventId: eventId ?? "http:\(complaint.externalId)", time: nil, traceParent: caller.traceParent,
      complaint: .success(complaint), submission: UUID())
    let answers = try await runner.run { work in try await receive([incoming], work: work) }
    guard let answer = answers.first else { throw LostPetition(id: incoming.submission) }
    if case .rejected(let violation) = answer { throw violation }
    return answer
  }
}
