import ArgumentParser
import Contracts
import Messaging
import Postgres

struct DeadLettersRedriveCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "redrive" }
  static var abstract: String {
    "Takes held messages in, each key whole and in its order; stops a key at what fails again."
  }

  @OptionGroup var which: DeadLetterOptions

  @Option(help: "At most so many keys a second, so that what is going on does not wait.")
  var rate: Int?

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard rate.map({ $0 > 0 }) ?? true else { throw ValidationError("--rate is 1 or more.") }
  }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let letters = try await foundation.deadLetters()
    let held = try await letters.heldKeys(try which.filter())
    var listing = Listing("topic", "key", "takenIn", "left")
    var left = 0
    let began = ContinuousClock.now
    for (index, key) in held.enumerated() {
      if let rate { try await Task.sleep(until: began + .seconds(1) * index / rate, clock: .continuous) }
      let outcome =
        trial.dryRun
        ? (redriven: 0, left: key.messages)
        : try await letters.redrive(topic: key.topic, orderingKey: key.orderingKey)
      left += outcome.left
      listing.add(.string(key.topic), .string(key.orderingKey), .integer(outcome.redriven), .integer(outcome.left))
      if !answer.json, !trial.dryRun, (index + 1) % 100 == 0 { print("\(index + 1) of \(held.count) keys tried") }
    }
    await foundation.pool.shutdown()
    if answer.json || !held.isEmpty { answer.show(listing) }
    if !answer.json {
      let what = trial.dryRun ? "would be tried" : "tried"
      print(held.isEmpty ? "Nothing is held." : "\(held.count) keys \(what), \(left) messages still held.")
    }
    if left > 0, !trial.dryRun { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }
}
