import Contracts
import FoundationEssentials
import Messaging
import Testing

@testable import ServiceKit

@Suite("Configuration")
struct ConfigurationTests {
  /// What a service cannot do without.
  private static let minimal = [
    "DATABASE_URL": "postgresql://petitions:hunter2@db/eco", "KAFKA_BOOTSTRAP_SERVERS": "kafka:9092",
    "JWKS": "https://id.example/jwks",
  ]

  private func read(_ more: [String: String]) throws(ConfigurationError) -> ServiceConfiguration {
    try ServiceConfiguration(ConfigurationReader(environment: Self.minimal.merging(more) { $1 }))
  }

  private func problems(_ environment: [String: String]) -> [String] {
    do throws(ConfigurationError) {
      _ = try ServiceConfiguration(ConfigurationReader(environment: environment))
      return []
    } catch {
      return error.problems.map(\.key)
    }
  }

  @Test("Everything that has a default can be left out")
  func defaults() throws {
    let configuration = try read([:])
    #expect(configuration.deployment.environment == .production)
    #expect(configuration.broker.topicPrefix == "ecoredress.")
    #expect(configuration.database.maximumConnections == 8)
    #expect(configuration.http.port == 8080)
    #expect(configuration.batch.wait == .milliseconds(15))
    #expect(configuration.lifecycle.shutdownGrace == .seconds(25))
    #expect(configuration.faults.points.isEmpty)
  }

  @Test("Every default is a value that its own key accepts")
  func defaultsAreValid() throws {
    let environment = ConfigurationRegistry.standard.keys.reduce(into: Self.minimal) { environment, key in
      if let standard = key.standard { environment[key.name] = standard }
    }
    try ConfigurationRegistry.standard.check(ConfigurationReader(environment: environment))
  }

  @Test("All mistakes are told at once")
  func allAtOnce() {
    let found = problems([
      "HTTP_PORT": "eighty", "BATCH_MESSAGES": "0", "LOG_LEVEL": "loud", "ENVIRONMENT": "staging",
      "DATABASE_MAX_CONNECTIONS": "1", "END_WITH_PARENT": "yes",
    ])
    #expect(
      Set(found) == [
        "HTTP_PORT", "BATCH_MESSAGES", "LOG_LEVEL", "ENVIRONMENT", "DATABASE_MAX_CONNECTIONS", "END_WITH_PARENT",
        "DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "JWKS",
      ])
    #expect(found.count == Set(found).count)
  }

  @Test("An error names the key, the value and what would be right; of a secret never the value")
  func messages() throws {
    let error = #expect(throws: ConfigurationError.self) {
      _ = try read(["HTTP_PORT": "70000", "DATABASE_URL": "mysql://root:hunter2@db"])
    }
    let text = try #require(error).description
    #expect(text.contains("HTTP_PORT: \"70000\" is not integer 0…65535"))
    #expect(text.contains("DATABASE_URL"))
    #expect(!text.contains("hunter2"))
  }

  @Test("An empty variable counts as unset")
  func empty() throws {
    #expect(try read(["HTTP_PORT": "", "TOPIC_PREFIX": ""]).broker.topicPrefix == "ecoredress.")
  }

  @Test("Production refuses what only tests need", arguments: ["BUSINESS_CLOCK_START", "FAULT_POINTS"])
  func production(key: String) {
    let value = ["BUSINESS_CLOCK_START": "2026-03-02T09:00:00+08:00", "FAULT_POINTS": "relay.after-produce=kill@1"]
    let environment = Self.minimal.merging([key: value[key] ?? ""]) { $1 }
    #expect(problems(environment) == [key])
    #expect(problems(environment.merging(["ENVIRONMENT": "production"]) { $1 }) == [key])
    #expect(problems(environment.merging(["ENVIRONMENT": "development"]) { $1 }).isEmpty)
  }

  @Test("The business clock starts at an instant with its offset")
  func clock() throws {
    let configuration = try read([
      "ENVIRONMENT": "development", "BUSINESS_CLOCK_START": "2026-03-02T09:00:00+08:00",
    ])
    #expect(configuration.deployment.businessClockStart == Date(timeIntervalSince1970: 1_772_413_200))
  }

  @Test("A secret may be a file")
  func secretFile() throws {
    let path = "/tmp/ecoredress-secret-\(UUID().uuidString)"
    try Data("postgresql://from-file\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try read(["DATABASE_URL": "", "DATABASE_URL_FILE": path]).database.url == "postgresql://from-file")
    let missing = Self.minimal.merging(["DATABASE_URL": "", "DATABASE_URL_FILE": "/nowhere"]) { $1 }
    #expect(problems(missing) == ["DATABASE_URL_FILE"])
  }

  @Test("Topics of complaints are bound to their sources")
  func complaintTopics() throws {
    let configuration = try read(["COMPLAINT_TOPICS": "eco.complaints=*; vendor.a=/hotline/12345,/wechat/*"])
    let topics = try #require(configuration.broker.complaintTopics)
    #expect(topics.topics == ["eco.complaints", "vendor.a"])
    #expect(topics.admits(source: "/wechat/lushan", on: "vendor.a"))
    #expect(!topics.admits(source: "/wechat/lushan", on: "eco.complaints"), "it has a topic of its own")
    #expect(try read([:]).broker.complaintTopics == nil)
    for text in ["a", "a=", "=b", "a=/b;a=/c"] {
      #expect(problems(Self.minimal.merging(["COMPLAINT_TOPICS": text]) { $1 }) == ["COMPLAINT_TOPICS"], "\(text)")
    }
  }

  @Test("Sealing keys are names and 32 bytes, and are not printed")
  func sealing() throws {
    let key = Data(repeating: 7, count: 32).base64EncodedString()
    let sealing = try read(["SEALING_PRIVATE_KEYS": "new:\(key),old:\(key)", "SEALING_SEARCH_KEY": key]).sealing
    #expect(sealing.privateKeys.map(\.id) == ["new", "old"])
    #expect(!"\(sealing.privateKeys)".contains("7"))
    #expect(problems(Self.minimal.merging(["SEALING_PRIVATE_KEYS": "new:AAAA"]) { $1 }) == ["SEALING_PRIVATE_KEYS"])
  }

  @Test("One slip of the finger in a name is noticed, other people's variables are not")
  func suspects() {
    let environment = ["HTPT_PORT": "1", "HTTP_PROXY": "x", "LOG_LEVELL": "info", "PATH": "/bin", "HTTP_PORT": "80"]
    let suspects = ConfigurationRegistry.standard.suspects(in: ConfigurationReader(environment: environment))
    #expect(suspects.map(\.name) == ["HTPT_PORT", "LOG_LEVELL"])
    #expect(suspects.map(\.meant) == ["HTTP_PORT", "LOG_LEVEL"])
  }

  @Test("No key is declared twice, and every one says what it means")
  func registry() {
    let keys = ConfigurationRegistry.standard.keys
    #expect(Set(keys.map(\.name)).count == keys.count)
    #expect(keys.allSatisfy { !$0.meaning.isEmpty && !$0.meaning.contains("\n") })
  }
}
