import ArgumentParser
import Contracts
import Kafka
import Postgres
import Testing

@testable import ServiceKit

/// A service of these tests.
enum TestService: ServiceDefinition {
  static let name = "testing"
  static var configurationAreas: [any ConfigurationArea.Type] { [Own.self] }

  struct Own: ConfigurationArea {
    static let title = "Own"
    static let keys = [ConfigurationKeyDescription(name: "OWN_KEY", type: "text", meaning: "A | B")]

    init(_ reader: ConfigurationReader) throws(ConfigurationError) {}
  }
}

@Suite("Subcommands")
struct CommandTests {
  private let environment = [
    "DATABASE_URL": "postgresql://petitions:hunter2@db/eco", "KAFKA_BOOTSTRAP_SERVERS": "kafka:9092",
    "JWKS": "https://id.example/jwks", "KAFKA_SASL_PASSWORD": "hunter3",
  ]

  private func output(_ arguments: [String], _ environment: [String: String]) throws -> String {
    try ConfigurationCommand<TestService>.parse(arguments).output(ConfigurationReader(environment: environment))
  }

  @Test("Every setting is documented, the service's own too", arguments: [[], ["--markdown"]])
  func documentation(arguments: [String]) throws {
    let text = try output(arguments, [:])
    for key in TestService.registry.keys { #expect(text.contains(key.name)) }
    #expect(text.contains("OWN_KEY"))
  }

  @Test("Markdown has five cells in every row, whatever the texts hold")
  func markdown() throws {
    let rows = try output(["--markdown"], [:]).split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == TestService.registry.keys.count)
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
  }

  @Test("The values in force are shown, secrets are not")
  func values() throws {
    let text = try output(["--values"], environment)
    #expect(text.contains("KAFKA_BOOTSTRAP_SERVERS=kafka:9092\n"))
    #expect(text.contains("HTTP_PORT=8080 (default)\n"))
    #expect(text.contains("DATABASE_URL=(secret, set)\n"))
    #expect(text.contains("MIGRATION_DATABASE_URL=(secret, unset)\n"))
    #expect(text.contains("KAFKA_SASL_PASSWORD=(set, not shown)\n"))
    #expect(!text.contains("hunter"))
  }

  @Test("A check ends well or with every problem")
  func check() throws {
    #expect(try output(["--check"], environment) == "The configuration is complete and valid.\n")
    #expect(throws: ConfigurationError.self) { try output(["--check"], [:]) }
  }

  @Test("Errors have the exit codes that scripts expect")
  func exitCodes() {
    let problem = ConfigurationError(problems: [ConfigurationProblem(key: "A", message: "is wrong")])
    #expect(CommandFailureMapping.failure(problem).code.rawValue == 78)
    #expect(CommandFailureMapping.failure(CommandFailure(.unavailable, "x")).code.rawValue == 69)
    #expect(CommandFailureMapping.failure(CancellationError()).code.rawValue == 70)
    let away = PostgresError(.connectFailed, "nobody answers")
    #expect(CommandFailureMapping.failure(away).code.rawValue == 69)
    let silent = KafkaError(code: .transport, reason: "nobody answers", isRetriable: true)
    #expect(CommandFailureMapping.failure(silent).code.rawValue == 69)
    #expect(CommandFailure.Code.usage.rawValue == 64)
  }

  @Test("A failure is one line and what to do")
  func failure() {
    #expect("\(CommandFailure(.data, "broken", remedy: "Mend it."))" == "broken\n  Mend it.")
  }

  @Test(
    "Events and states are copied to side topics; nothing with identities is, and nothing into a service's own topic")
  func replayBounds() throws {
    let bound = try ComplaintTopics(parsing: "ecoredress.complaints=*;vendor.complaints=/hotline/vendor")
    let bounds = ReplayBounds(prefix: .standard, complaints: bound)
    let side = "ecoredress.replayed.inspection.1"
    for topic in TopicCatalogue.topics {
      let name = TopicPrefix.standard.name(of: topic)
      if topic.isReplayable {
        #expect(throws: Never.self) { try bounds.check(from: name, to: side) }
      } else {
        #expect(throws: CommandFailure.self) { try bounds.check(from: name, to: side) }
      }
      #expect(throws: CommandFailure.self, "\(name)") { try bounds.check(from: "ecoredress.scores", to: name) }
    }
    for from in ["vendor.complaints", "scores", "ecoredress.scoring.outbox-position", side] {
      #expect(throws: CommandFailure.self, "\(from)") { try bounds.check(from: from, to: side) }
    }
    for to in ["vendor.complaints", "ecoredress.scoring.outbox-position"] {
      #expect(throws: CommandFailure.self, "\(to)") { try bounds.check(from: "ecoredress.scores", to: to) }
    }
  }
}
