import Contracts
public import ServiceKit

/// Why something was refused, as a page says it in its reader's language.
///
/// In English it is what the API says. In Chinese it is what the book has for the code; the API's detail, which holds
/// the particulars, stays beside it in English where the book does not know it.
struct Refusal {
  let title: String
  /// What more there is to say, a sentence or some each.
  let more: [String]
  /// What is said in English alone, on a Chinese page.
  let original: String?
  /// What the field that is wrong is called, on a Chinese page.
  let place: String?
  private let language: PublicLanguage

  init(_ problem: Problem, book: RefusalBook, words: WordBook, language: PublicLanguage) {
    self.language = language
    let field = problem.field?.split { ".[]".contains($0) }.last { !$0.allSatisfy(\.isNumber) }.map(String.init)
    place =
      language == .chinese ? field.flatMap { words.has($0) ? words.text($0, language) : nil } : nil
    // What a page itself refuses, and what the API says to petitioners, has the reader's language already.
    guard language == .chinese, !Self.isChinese(problem.title) else {
      title = problem.title
      more = [problem.detail, problem.remedy].compactMap { $0 }
      original = nil
      return
    }
    guard let known = book.words(of: problem.code) else {
      let general = book.words(ofStatus: problem.status)
      title = general.title
      more = [general.remedy].compactMap { $0 }.map(Self.ended)
      original = [problem.title, problem.detail, problem.remedy].compactMap { $0 }.joined(separator: " ")
      return
    }
    title = known.title
    // The general sentence of a breach says no more than its title.
    let detail = problem.detail.flatMap { $0 == ViolationCode(rawValue: problem.code)?.meaning ? nil : $0 }
    let translated = detail.flatMap { book.detail($0, words: words, field: field) }
    // A remedy that names what may follow says more than the general one.
    let remedy = problem.remedy.flatMap { book.detail($0, words: words) } ?? known.remedy
    more = [translated, remedy].compactMap { $0 }.map(Self.ended)
    original = translated == nil ? detail : nil
  }

  /// All of it in one paragraph.
  private var text: String {
    guard language == .chinese else { return ([title] + more).joined(separator: " ") }
    return ([title] + more).map(Self.ended).joined()
  }

  /// For a template: `text`, and `original` and `place` where there are any.
  var values: [String: any Sendable] {
    var values: [String: any Sendable] = ["text": text]
    values["original"] = original
    values["place"] = place
    return values
  }

  private static func ended(_ text: String) -> String { text.hasSuffix("。") ? text : text + "。" }

  private static func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value > 0x2E80 } }
}

extension PageVisit {
  /// Why the API refused something, for a template: `text`, in `original` what only the API's English says, and
  /// in `place` what the field is called; both on Chinese pages alone.
  public func refusal(_ problem: Problem) -> [String: any Sendable] { desk.book.refusal(problem, for: reader).values }
}
