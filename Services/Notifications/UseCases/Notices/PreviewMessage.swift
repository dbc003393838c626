import Contracts
import FoundationEssentials

/// Shows a message as it would be sent, and the document that goes with it; nothing is kept or sent.
struct PreviewMessage: Sendable {
  let books: NoticeBooks

  /// - Parameters:
  ///   - words: the data of an event, or the words of a request.
  ///   - card: whom it is for, as far as it is told.
  /// - Throws: `NoticeError.noTemplate`.
  func callAsFunction(
    _ code: String, words: JSONObject, name: String?, language: MessageLanguage, channel: ContactChannel
  ) throws(NoticeError) -> RenderedMessage {
    var words = words
    words.set("name", name)
    guard let message = books.current.render(code, words, in: language, by: channel) else {
      throw .noTemplate(code)
    }
    return message
  }
}
