import Contracts

/// What a client may be asked beside the fields of the specification; the same for every service, none required.
enum Open311Attribute: String, Sendable, CaseIterable {
  /// Whom it is about.
  case polluter = "POLLUTER"
  /// When it was noticed.
  case occurredAt = "OCCURRED_AT"
  /// Handle with special secrecy (保密): such a request is never listed.
  case secret = "SECRET"

  var datatype: String {
    switch self {
    case .polluter: "string"
    case .occurredAt: "datetime"
    case .secret: "singlevaluelist"
    }
  }

  func description(_ language: PublicLanguage) -> String {
    switch (self, language) {
    case (.polluter, .chinese): "被反映的单位"
    case (.polluter, .english): "Whom it is about"
    case (.occurredAt, .chinese): "发现时间"
    case (.occurredAt, .english): "When it was noticed"
    case (.secret, .chinese): "是否要求特别保密"
    case (.secret, .english): "Whether it must be handled with special secrecy"
    }
  }

  /// The keys and names to choose from.
  func values(_ language: PublicLanguage) -> [(key: String, name: String)] {
    guard self == .secret else { return [] }
    return language == .chinese ? [("yes", "是"), ("no", "否")] : [("yes", "yes"), ("no", "no")]
  }
}
