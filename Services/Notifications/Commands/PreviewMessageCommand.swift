import ArgumentParser
import Contracts
import FoundationEssentials
import ServiceKit

/// `preview-message CODE --words FILE`: a message as it would be sent, by the rules in force; nothing is kept or sent.
struct PreviewMessageCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "preview-message"
  static let abstract = "Shows a message as it would be sent; nothing is sent."

  @Argument(help: "The template's code, such as petition-overdue.")
  var code: String

  @Option(help: "A JSON file with the event's data, or an event with `data`.")
  var words: String

  @Option(help: "zh-CN or en.")
  var language = MessageLanguage.chinese

  @Option(help: "The channel, such as sms, email, inbox.")
  var channel = ContactChannel.inbox.rawValue

  @Option(help: "What the addressee is called.")
  var addressee: String?

  func perform(_ context: CommandContext) async throws {
    guard let data = FileManager.default.contents(atPath: words), data.count <= 1 << 20,
      let json = try? JSON(parsing: Array(data)), let values = (json["data"] ?? json).object
    else {
      throw CommandFailure(.data, "the file \(words) cannot be read, or holds no JSON object of at most a mebibyte")
    }
    guard let channel = ContactChannel(rawValue: channel) else {
      throw CommandFailure(.usage, "there is no channel \(channel)")
    }
    try await context.withResources(of: Application.self) { resources in
      let application = try Application(resources: resources)
      let books = application.notices.books
      guard
        let message = try? application.notices.previewMessage(
          code, words: values, name: addressee, language: language, channel: channel)
      else {
        throw CommandFailure(
          .data, "there is no template \(code)",
          remedy: "Known are: \(books.current.templates.keys.sorted().joined(separator: ", ")).")
      }
      print(message.title)
      print("")
      print(message.text)
    }
  }
}

extension MessageLanguage: ExpressibleByArgument {}
