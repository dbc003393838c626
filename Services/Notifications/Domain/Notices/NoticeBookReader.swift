import Civics
import Contracts

/// Reads the rules about messages. Goes on after a fault, so that whoever writes rules sees all of them at once.
struct NoticeBookReader {
  private enum Heading {
    static let notices = "notification.notice"
    static let templates = "notification.template"
    static let documents = "notification.document"
    static let words = "notification.words"
  }

  private let source: NoticeSource
  private var problems: [String] = []

  private init(_ source: NoticeSource) { self.source = source }

  /// - Throws: everything that is wrong.
  static func read(city: RulesInForce, common: RulesInForce) throws(NoticeBookError) -> NoticeBook {
    let source = NoticeSource(city: city, common: common)
    var reader = NoticeBookReader(source)
    let notices = reader.notices()
    let templates = reader.templates()
    let documents = reader.documents()
    let words = reader.words()
    let clocks = reader.clocks()
    guard reader.problems.isEmpty, let clocks else { throw NoticeBookError(problems: reader.problems) }
    return NoticeBook(
      notices: notices, templates: templates, documents: documents, words: words, timing: clocks.timing,
      calendar: clocks.calendar, edition: source.edition)
  }

  private mutating func attempt<Value>(_ key: String, _ body: () throws -> Value) -> Value? {
    do {
      return try body()
    } catch {
      problems.append("\(key): \(error)")
      return nil
    }
  }

  private mutating func notices() -> [EventType: [NoticeRule]] {
    var notices: [EventType: [NoticeRule]] = [:]
    for key in source.keys(below: Heading.notices) {
      let type = EventType(rawValue: "ecoredress." + key.dropFirst(Heading.notices.utf8.count + 1) + ".v1")
      let source = source
      let rows = attempt(key) { try source.rules(for: key).table(key).rows } ?? []
      notices[type] = rows.compactMap { row in attempt(key) { try NoticeRule(row, key: key) } }
    }
    return notices
  }

  private mutating func templates() -> [String: [MessageTemplate]] {
    var templates: [String: [MessageTemplate]] = [:]
    for key in source.keys(below: Heading.templates) {
      let code = String(key.dropFirst(Heading.templates.utf8.count + 1))
      let source = source
      let rows = attempt(key) { try source.rules(for: key).table(key).rows } ?? []
      templates[code] = rows.compactMap { row in attempt(key) { try MessageTemplate(row) } }
    }
    return templates
  }

  private mutating func documents() -> [String: [DocumentTemplate]] {
    var documents: [String: [DocumentTemplate]] = [:]
    for key in source.keys(below: Heading.documents) {
      let code = String(key.dropFirst(Heading.documents.utf8.count + 1))
      let source = source
      let rows = attempt(key) { try source.rules(for: key).table(key).rows } ?? []
      documents[code] = rows.compactMap { row in attempt(key) { try DocumentTemplate(row, code: code) } }
    }
    return documents
  }

  private mutating func words() -> WordBook {
    let source = source
    return attempt(Heading.words) {
      var book = WordBook()
      for table in try source.tables(Heading.words).reversed() {
        for row in table.rows { try book.add(row) }
      }
      for row in source.bureaus?.rows ?? [] { book.add(bureau: row) }
      return book
    } ?? WordBook()
  }

  private mutating func clocks() -> (timing: NoticeTiming, calendar: NoticeCalendar)? {
    let source = source
    return attempt("notification") {
      (try NoticeTiming(source), try NoticeCalendar(source))
    }
  }
}
