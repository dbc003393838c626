/// How an event is put into a request (CloudEvents HTTP protocol binding §3).
enum ContentMode: String, Sendable, CaseIterable {
  /// All of it as one JSON object.
  case structured
  /// The data as the body, the attributes as `ce-` headers.
  case binary
}
