public import Hummingbird

/// What a caller's `If-Match` asks for before a change may be made (RFC 9110 §13.1.1), so that nobody writes over a
/// change that they have not seen.
public struct IfMatch: Sendable {
  private let demand: EntityTagList?

  /// What the request asks for; without the header, nothing.
  /// - Throws: ``Problem`` 400 for a header that is no list of entity tags.
  public init(_ request: Request) throws(Problem) {
    guard let header = request.headers[.ifMatch] else {
      demand = nil
      return
    }
    guard let list = EntityTagList(header) else {
      throw Problem(
        status: 400, code: "entity-tag-malformed", title: "The header holds no entity tags",
        field: "header.If-Match", remedy: "Send the ETag of the answer as it stood there, with its quotes.")
    }
    demand = list
  }

  /// For a change that must not be made blindly.
  /// - Throws: ``Problem`` 428 when the request asks for nothing (RFC 6585 §3).
  public static func required(_ request: Request) throws(Problem) -> IfMatch {
    let asked = try IfMatch(request)
    guard asked.demand != nil else { throw .preconditionRequired }
    return asked
  }

  /// - Throws: ``Problem`` 412 when the resource is not what the caller has seen.
  public func check(_ current: EntityTag) throws(Problem) {
    guard let demand, !demand.isAny else { return }
    // Strong comparison: a weak tag promises too little to change anything by it.
    guard demand.tags.contains(where: { !$0.isWeak && $0.value == current.value }) else { throw .preconditionFailed }
  }
}
