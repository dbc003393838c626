import ArgumentParser
import Contracts
import Kafka
import Messaging
import Postgres
import Sealing

struct DeadLettersShowCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "show" }
  static var abstract: String { "Shows one; with --open its content too, which may name a petitioner and is audited." }

  @Argument(help: "The id of the dead letter.")
  var id: Int64

  @Flag(help: "Opens the record itself; needs the private key it was sealed for, and --actor and --reason.")
  var open = false

  @Option(help: "Who looks at the content.")
  var actor: String?

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if open, actor == nil || reason == nil { throw ValidationError("--open needs --actor and --reason.") }
  }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let letters = try await foundation.deadLetters()
    guard let letter = try await letters.find(id) else {
      throw CommandFailure(.negative, "there is no dead letter \(id)", remedy: "`dead-letters list` shows them.")
    }
    var object = letter.jsonObject
    if open, let actor, let reason {
      do {
        guard let record = try await letters.contents(of: id, by: actor, reason: reason) else { return }
        object.set("record", Self.json(record))
      } catch let error as SealingError {
        throw CommandFailure(
          .configuration, "the record cannot be opened: \(error)",
          remedy: "Give the private key it was sealed for in SEALING_PRIVATE_KEYS.")
      }
    }
    await foundation.pool.shutdown()
    answer.show(
      .object(object),
      text: object.members.map { "\($0.name)\t\($0.value.string ?? $0.value.text)" }.joined(separator: "\n"))
  }

  /// Texts as they are; what is no text in Base64.
  private static func json(_ record: KafkaMessage) -> JSON {
    func set(_ name: String, _ bytes: [UInt8]?, in object: inout JSONObject) {
      guard let bytes else { return }
      if let text = String(validating: bytes, as: UTF8.self) {
        object.set(name, text)
      } else {
        object.set("\(name)Base64", base64: bytes)
      }
    }
    var object = JSONObject()
    object.set("written", record.timestamp)
    set("key", record.key, in: &object)
    var headers = JSONObject()
    for header in record.headers { set(header.name, header.value, in: &headers) }
    object.set("headers", .object(headers))
    set("value", record.value, in: &object)
    return .object(object)
  }
}
