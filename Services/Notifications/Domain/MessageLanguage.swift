/// The languages of messages to petitioners.
enum MessageLanguage: String, Sendable, CaseIterable {
  case chinese = "zh-CN"
  case english = "en"

  /// The language a request asks for by the parameter `language`; Chinese when it asks for none that we have.
  init(parameters: [String: String]) {
    let asked = parameters["language"]?.lowercased() ?? ""
    self = asked == "en" || asked.hasPrefix("en-") ? .english : .chinese
  }
}
