import Civics
import Contracts
import FoundationEssentials

/// The numbers of the rule packs that deliveries live by.
struct DeliveryPolicy: Sendable, Equatable {
  enum Key {
    static let schedule = "notification.retry-schedule"
    static let timeout = "notification.request-timeout"
    static let disableAfter = "notification.disable-after-failing"
    static let warnAfter = "notification.warn-after-failing"
    static let ownerChannels = "notification.endpoint-owner.channels"
    static let circuitFailures = "notification.circuit.failures"
    static let circuitRests = "notification.circuit.rests"
    static let secretOverlap = "notification.secret-overlap"
    static let payloadLimit = "notification.payload-limit"
    static let signatureTolerance = "notification.signature-tolerance"
  }

  var schedule: RetrySchedule
  /// How long an endpoint may take to answer, at most.
  var timeout: Duration
  /// An endpoint that has failed for so long is switched off.
  let disableAfter: Duration
  /// The owner of one that has failed for so long is told.
  var warnAfter = Duration.seconds(86_400)
  /// The channels by which an owner is told of the endpoint, in order.
  var ownerChannels: [ContactChannel] = [.email, .inbox]
  var circuit = CircuitPolicy()
  /// For how long an old key signs beside the new one, unless the agency says otherwise.
  var secretOverlap = Duration.seconds(86_400)
  /// The most bytes of one event; what is larger is given up at once.
  var payloadLimit = 262_144
  /// How far off a receiver should let the timestamp be.
  var signatureTolerance = Duration.seconds(300)

  init(schedule: RetrySchedule, timeout: Duration, disableAfter: Duration) {
    self.schedule = schedule
    self.timeout = timeout
    self.disableAfter = disableAfter
  }

  init(_ rules: RulesInForce) throws(RuleLookupError) {
    self.init(
      schedule: RetrySchedule(waits: try rules.durations(Key.schedule)), timeout: try rules.duration(Key.timeout),
      disableAfter: try rules.duration(Key.disableAfter))
    warnAfter = try rules.duration(Key.warnAfter)
    ownerChannels = try rules.list(Key.ownerChannels).compactMap(ContactChannel.init(rawValue:))
    circuit = CircuitPolicy(
      failures: max(1, try rules.integer(Key.circuitFailures)), rests: try rules.durations(Key.circuitRests))
    secretOverlap = try rules.duration(Key.secretOverlap)
    payloadLimit = try rules.integer(Key.payloadLimit)
    signatureTolerance = try rules.duration(Key.signatureTolerance)
  }

  /// Whether an endpoint that fails now, and has failed since, is to be switched off.
  func givesUp(failingSince: Date?, now: Date) -> Bool {
    guard let failingSince else { return false }
    return now.timeIntervalSince(failingSince) >= disableAfter.inSeconds
  }
}
