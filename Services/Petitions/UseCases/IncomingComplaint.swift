import Contracts
import FoundationEssentials
import Messaging

/// A complaint as it comes in, by whatever way.
struct IncomingComplaint: Sendable {
  let source: String
  let eventId: String
  /// The event's `time`.
  let time: Date?
  let traceParent: TraceParent?
  /// What was sent, or why it is no complaint.
  let complaint: Result<ComplaintSubmitted, ContractViolation>
  /// The id of the submission, unlike any other even when an event id comes twice: what follows from a repeat is made of
  /// it. Reading the same record again gives the same.
  let submission: UUID
}
