/// What went wrong with a request, in the form of RFC 9457: `application/problem+json`.
///
/// Every member is for somebody: `code` for programs, `title` and `detail` for people, `field` for forms, `remedy`
/// for whoever must do something now. None of them may hold personal data or anything of the inside.
public struct Problem: Error, Sendable, Equatable {
  /// The HTTP status.
  public var status: Int
  /// Stable, kebab-case, for programs.
  public var code: String
  /// What kind of problem it is; the same for every problem of this code.
  public var title: String
  /// What is wrong with this request.
  public var detail: String?
  /// The field of the request that is wrong, as a JSON path.
  public var field: String?
  /// What the caller can do.
  public var remedy: String?
  /// When it is worth trying again; written as `Retry-After`.
  public var retryAfter: Duration?

  public init(
    status: Int, code: String, title: String, detail: String? = nil, field: String? = nil, remedy: String? = nil,
    retryAfter: Duration? = nil
  ) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
    self.field = field
    self.remedy = remedy
    self.retryAfter = retryAfter
  }
}

extension Problem: ProblemConvertible {
  public var problem: Problem { self }
}
