import Contracts
import FoundationEssentials
import Logging
import Postgres
import Support
import Testing
import Tracing

@testable import Messaging
@testable import ServiceKit

@Suite("Levels at run time")
struct LogLevelTests {
  private let now = Date(timeIntervalSince1970: 1_767_225_600)

  private func rule(_ label: String, _ level: Logger.Level, for seconds: Double = 60) -> LogLevelRule {
    LogLevelRule(label: label, level: level, until: now.addingTimeInterval(seconds), actor: "wang.fang")
  }

  private func logger(_ label: String, _ levels: LogLevels, _ capture: LogCapture) -> Logger {
    Logger(label: label) { label in
      ServiceLogHandler(
        label: label, service: "petitions", configuration: LoggingConfiguration(level: .info), output: capture.output,
        levels: levels)
    }
  }

  @Test("loggers that exist follow, those that come later too, and all go back by themselves")
  func following() throws {
    let levels = LogLevels()
    let capture = LogCapture()
    let early = logger("petitions.consumer", levels, capture)
    early.debug("1")
    #expect(levels.follow([rule("petitions.consumer", .debug), rule("", .warning)], now: now))
    #expect(!levels.follow([rule("petitions.consumer", .debug), rule("", .warning)], now: now))
    let late = logger("petitions.http", levels, capture)
    early.debug("2")
    late.info("3")
    late.warning("4")
    levels.expire(now: now.addingTimeInterval(59))
    early.debug("5")
    levels.expire(now: now.addingTimeInterval(61))
    early.debug("6")
    late.info("7")
    let words = try capture.lines().map { try JSON(parsing: Array($0.utf8))["message"]?.string ?? "" }
    #expect(words == ["2", "4", "5", "7"])
  }

  @Test("what all replicas see: the newest for a label, without what is over; taken back and audited")
  func stored() async throws {
    try await TestSchema.with("petitions", MessagingMigrations.all + ServiceKitMigrations.all) { schema in
      let pool = PostgresPool(configuration: schema.configuration, logger: quiet)
      let runner = try UnitOfWorkRunner.testing(pool)
      func inForce() async throws -> [String] {
        try await runner.read { try await LogLevelStore.inForce(on: $0) }.map { "\($0.label)=\($0.level)" }
      }
      func set(_ label: String, _ level: Logger.Level, for seconds: Double) async throws {
        let rule = LogLevelRule(label: label, level: level, until: Date(timeIntervalSinceNow: seconds), actor: "w")
        try await runner.run { try await LogLevelStore.set(rule, work: $0) }
      }
      try await set("", .debug, for: 60)
      try await set("", .trace, for: 60)
      try await set("petitions.relay", .error, for: -1)
      try await set("petitions.http", .notice, for: 60)
      #expect(try await inForce() == ["=trace", "petitions.http=notice"])
      let taken = try await runner.run { try await LogLevelStore.reset("petitions.http", by: "w", work: $0) }
      #expect(taken.map(\.label) == ["petitions.http"])
      #expect(try await inForce() == ["=trace"])
      _ = try await runner.run { try await LogLevelStore.reset(nil, by: "w", work: $0) }
      #expect(try await inForce().isEmpty)
      let actions = try await pool.query("select action from audit order by id", as: String.self)
      #expect(
        actions.filter { $0 == "log-level.set" }.count == 4 && actions.filter { $0 == "log-level.reset" }.count == 2)
      await pool.shutdown()
    }
  }

  @Test("how long is told as 90s, 30m or 2h, and no other way")
  func durations() {
    #expect(ShortDuration.read("90s") == .seconds(90) && ShortDuration.read("30m") == .seconds(1_800))
    #expect(ShortDuration.read("24h") == ShortDuration.day)
    for text in ["", "h", "1", "-1h", "0m", "1.5h", "1d", "99999999h", "1 h"] {
      #expect(ShortDuration.read(text) == nil, "\(text)")
    }
  }

  @Test("a log line says the trace, the event, and the subject by its hash alone")
  func handled() throws {
    let capture = LogCapture()
    var event = CloudEvent(
      id: "e-1", source: "/ecoredress/petitions", type: "ecoredress.probe.made.v1", subject: "uscc:91360402MA35H0001X")
    event.traceParent = TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
    var context = ServiceContext.continuing(event.traceParent)
    context.handled = HandledEvent(event)
    var foreign = ServiceContext.continuing(event.traceParent)
    foreign.handled = HandledEvent(
      CloudEvent(id: "13800000000", source: "/hotline", type: "ecoredress.probe.made.v1", subject: "13800000000"))
    ServiceContext.withValue(context) { capture.logger().info("ours") }
    ServiceContext.withValue(foreign) { capture.logger().info("theirs") }
    capture.logger().info("nobody's")
    let lines = capture.lines()
    let metadata = try JSON(parsing: Array(lines[0].utf8))["metadata"]
    // As the operator's guide has it: printf %s SUBJECT | sha256sum | cut -c1-16
    #expect(metadata?["subject"]?.string == SubjectHash.text(of: "uscc:91360402MA35H0001X"))
    #expect(SubjectHash.text(of: "abc") == "ba7816bf8f01cfea")
    #expect(metadata?["event"]?.string == "e-1")
    #expect(metadata?["trace"]?.string == "4bf92f3577b34da6a3ce929d0e0e4736")
    #expect(!lines[0].contains("91360402MA35H0001X") && !lines[1].contains("13800000000"))
    #expect(lines[1].contains(#""event":"#) && !lines[2].contains("metadata"))
  }
}
