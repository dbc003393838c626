import Contracts
import FoundationEssentials
import Messaging

/// Takes in complaints over HTTP, one or a batch in one transaction; what is answered is committed.
struct SubmitComplaints: Sendable {
  /// One of them.
  struct Submission: Sendable {
    /// What was sent, or why it is no complaint.
    let complaint: Result<ComplaintSubmitted, ContractViolation>
    /// What the sender calls this submission; nil takes the external id.
    var eventId: String?
    /// The event's `time`.
    var time: Date?
  }

  /// The most in one batch.
  static let most = 200

  let runner: UnitOfWorkRunner
  let receive: ReceiveComplaints
  let gate: IntakeGate

  /// In a transaction of its own.
  /// - Parameter source: whose complaints they are; with its external id it is the key that makes sending one again
  ///   harmless.
  /// - Returns: one answer for each, in order. One that is rejected stops no other.
  /// - Throws: `IntakeGate.Busy` when too many are at work; nothing was kept then.
  func callAsFunction(
    _ submissions: [Submission], source: String, caller: Caller
  ) async throws -> [IntakeAnswer] {
    try await gate.pass {
      try await runner.run { work in try await take(submissions, source: source, caller: caller, work: work) }
    }
  }

  /// In the caller's transaction, which has passed the ``gate``.
  func take(
    _ submissions: [Submission], source: String, caller: Caller, work: UnitOfWork
  ) async throws -> [IntakeAnswer] {
    let incoming = submissions.map { submission in
      let externalId = (try? submission.complaint.get())?.externalId ?? ""
      return IncomingComplaint(
        source: source, eventId: submission.eventId ?? "http:\(externalId)", time: submission.time,
        traceParent: caller.traceParent, complaint: submission.complaint, submission: UUID())
    }
    let answers = try await receive(incoming, work: work)
    guard answers.count == submissions.count else { throw LostPetition(id: incoming.first?.submission ?? UUID()) }
    return answers
  }

  /// One complaint, in the caller's transaction.
  /// - Throws: the violation for which it is rejected.
  func take(
    _ complaint: ComplaintSubmitted, source: String, eventId: String?, caller: Caller, work: UnitOfWork
  ) async throws -> IntakeAnswer {
    let answers = try await take(
      [Submission(complaint: .success(complaint), eventId: eventId)], source: source, caller: caller, work: work)
    guard let answer = answers.first else { throw LostPetition(id: UUID()) }
    if case .rejected(let violation) = answer { throw violation }
    return answer
  }
}
