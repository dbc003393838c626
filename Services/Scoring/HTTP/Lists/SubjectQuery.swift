import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list of subjects.
struct SubjectQuery: Sendable {
  private static let names: Set<String> = [
    "region", "colour", "kind", "name", "owner", "scoreFrom", "scoreThrough", "changedFrom", "changedBefore", "sort",
    "subject", "cursor", "limit", "format",
  ]

  let filter: SubjectFilter
  /// Filters and order in one fixed form.
  let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = SubjectFilter(regions: try query.regions(for: principal))
    filter.colours = try query.codes("colour")
    filter.kinds = try query.codes("kind")
    if let written = query.text("name") {
      let folded = SubjectRegistration.folded(written)
      guard folded.count >= 2 else { throw QueryReader.invalid("name", "at least two characters of the name") }
      filter.title = folded
    }
    if let written = query.text("subject") { filter.subject = try Self.subject(written) }
    if let owner = query.text("owner") {
      guard case .enterprise? = try? SubjectKey(owner) else {
        throw QueryReader.invalid("owner", "uscc: and a unified social credit code")
      }
      filter.owner = owner
    }
    filter.scores = try Self.scores(query)
    filter.changedFrom = try query.instant("changedFrom")
    filter.changedBefore = try query.instant("changedBefore")
    // Who asks for scores wants to see the lowest first.
    filter.order = try query.code("sort") ?? (filter.scores == nil ? .newest : .score)
    filter.limit = try query.integer("limit", in: 1...ListSubjects.largestPage) ?? 50
    canonical = "subjects?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") { filter.after = try ListMark(text, of: canonical) }
    self.filter = filter
  }

  /// People type a credit code as it is printed, without what we put before it.
  private static func subject(_ written: String) throws(Problem) -> String {
    for key in [written, "uscc:" + written] {
      if let key = try? SubjectKey(key) { return key.description }
    }
    throw QueryReader.invalid("subject", "uscc: and a code, or site:, a region and a slug")
  }

  private static func scores(_ query: QueryReader) throws(Problem) -> ClosedRange<Points>? {
    let from = try points(query, "scoreFrom")
    let through = try points(query, "scoreThrough")
    guard from != nil || through != nil else { return nil }
    let lowest = from ?? Points(-Points.largest)
    let highest = through ?? Points(Points.largest)
    guard lowest <= highest else { throw QueryReader.invalid("scoreThrough", "a score that is not below scoreFrom") }
    return lowest...highest
  }

  private static func points(_ query: QueryReader, _ name: String) throws(Problem) -> Points? {
    guard let text = query.text(name) else { return nil }
    guard let points = Ratio(text).flatMap(Points.init) else {
      throw QueryReader.invalid(name, "a score with at most two decimals, such as 89.99")
    }
    return points
  }
}

extension ListMark {
  /// Reads a cursor of a list.
  init(_ text: String, of canonical: String) throws(Problem) {
    let keys = try PageCursor(text, of: canonical, keys: 2).keys
    self.init(key: keys[0], entry: keys[1])
  }

  /// The cursor to hand out.
  func cursor(of canonical: String) -> String { PageCursor([key, entry]).text(of: canonical) }
}
