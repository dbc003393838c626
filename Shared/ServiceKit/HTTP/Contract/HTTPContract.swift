/// The HTTP interface of a service as its OpenAPI document describes it: one card for each route, kept beside the routes. A
/// test of each service holds the cards against the real router.
///
/// The text is read by ``HTTPContractReader``, which says what it looks like.
public struct HTTPContract: Sendable {
  /// The service, in the words of its users.
  public let title: String
  /// What it is for.
  public let summary: String
  /// The cards, in any number of parts.
  public let parts: [StaticString]

  public init(title: String, summary: String, parts: [StaticString]) {
    self.title = title
    self.summary = summary
    self.parts = parts
  }

  /// The cards read, those that every service has included.
  /// - Throws: ``HTTPContractError``; a test makes sure that it never does.
  public func cards() throws(HTTPContractError) -> HTTPCards {
    var reader = HTTPContractReader()
    for part in [Self.common, Self.operators] + parts { try reader.read(part.description) }
    return try reader.cards()
  }
}
