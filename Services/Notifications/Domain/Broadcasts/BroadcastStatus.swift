/// Where a broadcast stands.
enum BroadcastStatus: String, Sendable, CaseIterable {
  case draft
  /// Its messages are being written, page by page.
  case sending
  case sent
  case cancelled
}
