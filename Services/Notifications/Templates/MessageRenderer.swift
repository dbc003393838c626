import Contracts
import Mustache

/// Renders the messages to petitioners. The templates are parsed once, when the service starts.
struct MessageRenderer: Sendable {
  private struct Name: Hashable {
    let code: String
    let language: MessageLanguage
  }

  private struct Parsed: Sendable {
    let title: MustacheTemplate
    let body: MustacheTemplate

    /// Messages are plain text: nothing is escaped for HTML.
    init(_ template: MessageTemplate) throws {
      title = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + template.title)
      body = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + template.body)
    }
  }

  /// The templates by code and language.
  static let standard: [String: [MessageLanguage: MessageTemplate]] = [
    "petition-received": [.chinese: ReceivedTemplates.chinese, .english: ReceivedTemplates.english],
    "petition-accepted": [.chinese: AcceptedTemplates.chinese, .english: AcceptedTemplates.english],
    "petition-refused": [.chinese: RefusedTemplates.chinese, .english: RefusedTemplates.english],
    "petition-concluded": [.chinese: ConcludedTemplates.chinese, .english: ConcludedTemplates.english],
    "petition-taken-over": [.chinese: TakenOverTemplates.chinese, .english: TakenOverTemplates.english],
    "petition-extended": [.chinese: ExtendedTemplates.chinese, .english: ExtendedTemplates.english],
    "petition-paused": [.chinese: PausedTemplates.chinese, .english: PausedTemplates.english],
    "petition-resumed": [.chinese: ResumedTemplates.chinese, .english: ResumedTemplates.english],
    "petition-reopened": [.chinese: ReopenedTemplates.chinese, .english: ReopenedTemplates.english],
    "petition-review-accepted": [.chinese: ReviewAcceptedTemplates.chinese, .english: ReviewAcceptedTemplates.english],
    "petition-review-decided": [.chinese: ReviewDecidedTemplates.chinese, .english: ReviewDecidedTemplates.english],
    "petition-rewarded": [.chinese: RewardedTemplates.chinese, .english: RewardedTemplates.english],
  ]

  private let templates: [Name: Parsed]

  /// - Throws: when a template is no Mustache.
  init(_ templates: [String: [MessageLanguage: MessageTemplate]] = standard) throws {
    var parsed: [Name: Parsed] = [:]
    for (code, languages) in templates {
      for (language, template) in languages { parsed[Name(code: code, language: language)] = try Parsed(template) }
    }
    self.templates = parsed
  }

  /// The message for a person.
  /// - Returns: nil when there is no template of this code.
  func render(code: String, parameters: [String: String], card: ContactCard) -> RenderedMessage? {
    let language = MessageLanguage(parameters: parameters)
    guard let template = templates[Name(code: code, language: language)] else { return nil }
    var values = MessageWords.readable(parameters, in: language)
    // What was sealed wins over a parameter of the same name, which anybody on the topic could have set.
    values["name"] = card.name
    values["queryCode"] = card.queryCode
    return RenderedMessage(
      language: language, title: template.title.render(values), text: template.body.render(values))
  }
}
