import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Draws a paper of a case up from the city's template and what the case holds.
struct DrawUpPaper: Sendable {
  let rules: RuleBook

  /// - Throws: ``PaperError/noTemplate(kind:listed:)`` for a kind without a template.
  func callAsFunction(
    _ kind: String, for compensation: CompensationCase, at now: Date, on connection: PostgresConnection
  ) async throws -> CasePaper {
    let inForce = CompensationRules(try rules.rules(at: now), calendar: rules.calendar)
    let templates = try inForce.templates()
    guard let template = templates.first(where: { $0.kind == kind })?.template else {
      throw PaperError.noTemplate(kind: kind, listed: templates.map(\.kind))
    }
    let assessed = try await AssessmentStore.list(compensation.id, limit: 1, on: connection).first
    let words = PaperWords(
      compensation: compensation, rightHolder: try inForce.rightHolder(),
      assessed: assessed.map { ($0.amountFen, $0.method) },
      receivedFen: try await PaymentStore.received(compensation.id, on: connection),
      answers: try inForce.noticeAnswers().0, today: ShanghaiTime.day(of: now))
    let reference = try inForce.templatesReference()
    return CasePaper(
      kind: kind, title: try inForce.title(of: kind) ?? kind,
      text: try PaperTemplate(template, kind: kind).render(words.json), pack: reference.pack,
      packVersion: reference.version, packHash: reference.hash)
  }

  /// That every template of a book's rules can be read, for `rules load`.
  static func check(_ book: RuleBook, at now: Date) throws {
    for (kind, template) in try CompensationRules(try book.rules(at: now), calendar: book.calendar).templates() {
      _ = try PaperTemplate(template, kind: kind)
    }
  }
}
