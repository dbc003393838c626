import FoundationEssentials

/// Something that an agency asked to be sent again.
struct Replay: Sendable, Equatable {
  let id: UUID
  /// The order of requests; pages of lists go by it.
  let entry: Int64
  let endpoint: UUID
  let kind: ReplayKind
  /// Of this span, in real time: the end is not in it.
  let since: Date
  let until: Date
  var status = ReplayStatus.running
  /// Where it stands.
  var progress = ReplayProgress()
  /// Events or deliveries looked at, and deliveries that were put in line.
  var examined: Int64 = 0
  var queued: Int64 = 0
  var failure: String?
  let requestedBy: String
  let requestedAt: Date
  var finishedAt: Date?
}
