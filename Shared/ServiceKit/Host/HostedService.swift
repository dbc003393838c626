public import Contracts
public import FoundationEssentials
public import Hummingbird
public import Messaging
public import Postgres
public import ServiceLifecycle

/// One of the four services, as the host runs it. All four have the same inside; this is the outline of it.
public protocol HostedService: ServiceDefinition {
  /// Which of the four it is: the name of its schema, group and relay.
  static var service: ServiceName { get }
  /// The steps of its own schema, counting from 1; those of the messaging come before them.
  static var migrations: [Migration] { get }

  /// Builds the use cases: the composition root.
  /// - Throws: `ConfigurationError` for settings of its own that are wrong.
  init(resources: ServiceResources) throws

  /// What it reads from Kafka.
  var subscriptions: [Subscription] { get }
  /// What happens when a timer is due, by kind.
  var timers: [String: TimerRunner.Handler] { get }
  /// Likewise, of kinds of which each timer is a transaction's worth of work, and several are fired at once.
  var sweeps: [String: TimerRunner.Handler] { get }
  /// Background work of its own.
  var background: [any ServiceLifecycle.Service] { get }

  /// Adds its routes; all of them need a token unless they are added to `open`.
  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>)

  /// How people are told what went wrong on its pages; nil for a service without pages.
  var problemPage: ProblemPage? { get }

  /// What its HTTP interface is, for its OpenAPI document.
  static var http: HTTPContract { get }

  /// Whether rules may come into force for this service: `rules load` asks before it replaces those that are.
  /// - Throws: what is wrong with them, and where.
  static func check(_ rules: RuleBook) throws

  /// How many legal deadlines end before an instant or were missed, by kind: for metrics, twice a minute. Found by index,
  /// however much is stored.
  func deadlines(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount]

  /// What is sealed in its tables, for `keys rotate`.
  var sealedColumns: [any SealedColumn] { get }

  /// Emits the public states of the next page of keys after `key`, ascending; answers the last key, or nil at the end.
  func statePage(after key: String, work: UnitOfWork) async throws -> String?
}

extension HostedService {
  public static var name: String { service.rawValue }
  public var timers: [String: TimerRunner.Handler] { [:] }
  public var sweeps: [String: TimerRunner.Handler] { [:] }
  public var problemPage: ProblemPage? { nil }
  public static var http: HTTPContract { HTTPContract(title: name, summary: "", parts: []) }
  public static func check(_ rules: RuleBook) throws {}
  public func deadlines(
    endingBefore soon: Date, on connection: PostgresConnection
  ) async throws -> [DeadlineCount] { [] }
  public var sealedColumns: [any SealedColumn] { [] }
  public var background: [any ServiceLifecycle.Service] { [] }
}
