import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres
import Sealing
import ServiceKit
import ServiceSupport
import Support
import Synchronization

@testable import Petitions

/// The service's use cases on a real database, without broker and without HTTP; the clock stands where it is put.
struct Desk: Sendable {
  final class Clock: BusinessClock {
    private let instant: Mutex<Date>
    init(_ instant: Date) { self.instant = Mutex(instant) }
    var now: Date { instant.withLock { $0 } }
    func move(to instant: Date) { self.instant.withLock { $0 = instant } }
  }

  let schema: TestSchema
  let application: Application
  let runner: UnitOfWorkRunner
  let pool: PostgresPool
  let context: UnitOfWorkContext
  let clock: Clock
  let notifications: Opener
  let vaultKey: SealingPrivateKey
  let sealing: PetitionSealing
  /// For pools of a test's own.
  var silent: Logger { TestSchema.logger }

  static let searchKey = [UInt8](repeating: 7, count: 32)

  static func with<Value>(
    at instant: Date, topics: String = "ecoredress.complaints=*", isVaultOpen: Bool = true,
    open311: Open311Jurisdiction? = nil, _ body: (Desk) async throws -> Value
  ) async throws -> Value {
    try await TestSchema.with("petitions", MessagingMigrations.all + ServiceKitMigrations.all + Application.migrations)
    { schema in
      let desk = try Desk(
        schema: schema, instant: instant, topics: topics, isVaultOpen: isVaultOpen, open311: open311)
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(desk))
      } catch {
        result = .failure(error)
      }
      await desk.pool.shutdown()
      return try result.get()
    }
  }

  private init(
    schema: TestSchema, instant: Date, topics: String, isVaultOpen: Bool, open311: Open311Jurisdiction?
  ) throws {
    self.schema = schema
    pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
    clock = Clock(instant)
    let vault = SealingPrivateKey.generate(id: "vault")
    vaultKey = vault
    let messenger = SealingPrivateKey.generate(id: "notifications")
    notifications = Opener(keys: [messenger])
    context = UnitOfWorkContext(
      source: .petitions, shards: OutboxShards(count: 2), sealer: try Sealer(recipients: [vault.recipient()]),
      clock: clock)
    runner = UnitOfWorkRunner(pool: pool, context: context, signal: RelaySignal())
    sealing = try PetitionSealing(
      vault: vault.recipient(), notifications: messenger.recipient(), searchKey: Self.searchKey,
      rotateAfter: .seconds(3600))
    application = try Application(
      pool: pool, runner: runner, rules: try Fixtures.ruleBook(), sealing: sealing,
      opener: Opener(keys: isVaultOpen ? [vault] : []), prefix: .standard, topics: try ComplaintTopics(parsing: topics),
      open311: open311,
      // A key is the name of a role; the token of a session names a person.
      keys: { key in
        if let person = Person(token: key) { return person.principal }
        guard let role = Role(rawValue: key) else { throw Problem.unauthenticated }
        return Principal(subject: "app", roles: [role], regions: [])
      })
  }

  /// An event that waits in the outbox.
  struct Told: Sendable {
    let topic: String
    let key: String
    let data: JSON
    var status: String? { data["status"]?.string }
  }

  /// What was put on a topic, in order.
  func told(_ topic: Topic) async throws -> [Told] {
    let rows = try await pool.query(
      "select topic, key, payload from outbox where topic = \(topic.name) order by id",
      as: (String, String, [UInt8]).self)
    return try rows.map {
      Told(topic: $0.0, key: $0.1, data: try JSON(parsing: $0.2, limits: JSONLimits(maximumBytes: 1 << 20)))
    }
  }

  /// The contact data of a petition, opened as `notifications` opens them.
  func contact(of petition: UUID, opener: Opener) async throws -> JSON {
    let sealed = try await pool.query(
      "select v.contact from petition_vault v join petition p using (entry) where p.id = \(petition)", as: [UInt8].self)
    let bytes = try opener.open(sealed.first ?? [], context: PetitionSealing.contactContext(petition))
    return try JSON(parsing: bytes)
  }

  func count(_ statement: SQL) async throws -> Int {
    try await pool.query(statement, as: Int.self).first ?? -1
  }

  private struct Undo<Value: Sendable>: Error {
    let value: Value
  }

  /// Runs the body in a transaction that is rolled back.
  func undone<Value: Sendable>(_ body: (PostgresConnection) async throws -> Value) async throws -> Value {
    do {
      return try await pool.withTransaction { connection -> Value in
        throw Undo(value: try await body(connection))
      }
    } catch let undo as Undo<Value> {
      return undo.value
    }
  }
}
