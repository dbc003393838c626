public import ArgumentParser
public import Contracts

/// How a command answers.
public struct AnswerOptions: ParsableArguments {
  @Flag(help: "Answers as JSON.")
  public var json = false

  public init() {}

  func show(_ listing: Listing) {
    print(json ? listing.json.text : listing.text)
  }

  /// Prints an answer.
  /// - Parameter text: what people read; nothing when it is empty.
  public func show(_ value: JSON, text: @autoclosure () -> String) {
    if json { return print(value.text) }
    let text = text()
    if !text.isEmpty { print(text) }
  }
}
