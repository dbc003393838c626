import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Issues the legal documents that go with notices: numbers them, writes them down in both forms, once each.
struct IssueDocuments: Sendable {
  /// - Returns: the notices, with the numbers of their documents.
  func callAsFunction(
    _ notices: [AddressedNotice], book: NoticeBook, work: UnitOfWork
  ) async throws -> [AddressedNotice] {
    guard notices.contains(where: { $0.rule.document != nil }) else { return notices }
    let ids = notices.compactMap { notice in notice.rule.document.map { Self.id(of: notice, code: $0) } }
    var numbers = try await DocumentStore.numbers(of: ids, on: work.connection)
    var documents: [LegalDocument] = []
    var numbered = notices
    for (place, notice) in notices.enumerated() {
      guard let code = notice.rule.document, let template = book.document(code, in: notice.language) else { continue }
      let id = Self.id(of: notice, code: code)
      if numbers[id] == nil {
        let document = try await document(notice, template, id: id, book: book, work: work)
        documents.append(document)
        numbers[id] = document.number
      }
      numbered[place].documentNumber = numbers[id]
    }
    guard !documents.isEmpty else { return numbered }
    try await DocumentStore.insert(documents, on: work.connection)
    for document in documents {
      work.record(
        AuditEntry(
          actor: "notifications", action: "document.issued", subject: document.id.lowercased, cause: document.cause))
    }
    return numbered
  }

  private static func id(of notice: AddressedNotice, code: String) -> UUID {
    LegalDocument.id(cause: notice.telling.cause.id, code: code, addressee: notice.key)
  }

  private func document(
    _ notice: AddressedNotice, _ template: DocumentTemplate, id: UUID, book: NoticeBook, work: UnitOfWork
  ) async throws -> LegalDocument {
    let telling = notice.telling
    let writer = book.writer(template.code, in: template.language)
    var words = telling.words
    let number: String
    if let own = template.number?.write(words, writer: writer) {
      number = own
    } else {
      number = try await self.number(template.series, region: telling.region, work: work)
    }
    words.set("documentNumber", number)
    words.set("name", notice.entry?.name)
    let (title, body) = template.render(words, writer: writer)
    let issuer = template.issuer.write(words, writer: writer) ?? ""
    let sheet = DocumentLayout.Sheet(
      language: template.language, issuer: issuer, number: number, title: title, body: body,
      day: ShanghaiTime.day(of: telling.at), wantsAcknowledgement: notice.rule.wantsAcknowledgement)
    return LegalDocument(
      id: id, code: template.code, number: number, subject: telling.subject, region: telling.region,
      audience: notice.rule.audience, addressee: notice.key, language: template.language, issuer: issuer, title: title,
      plain: DocumentLayout.plain(sheet), html: DocumentLayout.html(sheet), edition: book.edition,
      cause: telling.cause.id, issuedAt: work.now)
  }

  /// A number of this service: 告知书〔2026〕360400-1号.
  private func number(_ series: String, region: String, work: UnitOfWork) async throws -> String {
    let year = ShanghaiTime.day(of: work.now).year
    let last = try await DocumentNumbers.next("\(series) \(region)", year: year, on: work.connection)
    return "\(series)〔\(year)〕\(region)-\(last)号"
  }
}
