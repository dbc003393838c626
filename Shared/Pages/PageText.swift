public import Contracts

/// Words in both languages.
public struct PageText: Sendable, Equatable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public subscript(language: PublicLanguage) -> String { language == .chinese ? chinese : english }
}
