import ArgumentParser
import Contracts
import Sealing

struct KeysMakeCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "make" }
  static var abstract: String { "Makes a key: prints its private half for SEALING_PRIVATE_KEYS and its public half." }

  @Argument(help: "A name that no key has had, such as petitions-vault-2027.")
  var id: String

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let key = SealingPrivateKey.generate(id: id)
    let words: (private: String, public: String)
    do throws(SealingError) {
      _ = try key.recipient()
      words = (key.settingText, try key.publicSettingText)
    } catch {
      throw CommandFailure(
        .usage, "this is no name for a key: \(error)", remedy: "From 1 to 64 bytes, without ':' or ','.")
    }
    guard !id.contains(":"), !id.contains(",") else {
      throw CommandFailure(.usage, "a name holds neither ':' nor ','")
    }
    answer.show(
      ["private": .string(words.private), "public": .string(words.public)],
      text: "private\t\(words.private)\npublic\t\(words.public)")
  }
}
