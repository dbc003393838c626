import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// `rotate-webhook-key SUBSCRIPTION`: what the owner of an endpoint does over HTTP, by an operator for them.
struct RotateWebhookKeyCommand: ServiceSubcommand {
  typealias Definition = Application

  static let name = "rotate-webhook-key"
  static let abstract = "Gives a subscription's endpoint a new signing key, printed this once; audited."

  @Argument(help: "The subscription's id.")
  var subscription: String

  @Option(help: "v1 (HMAC, a secret) or v1a (ed25519).")
  var scheme = SignatureScheme.v1

  @Option(help: "So many hours the present keys of the scheme go on signing beside it; 0 when one has become known.")
  var overlapHours: Int?

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard overlapHours.map((0...KeyRoutes.longestOverlap).contains) ?? true else {
      throw ValidationError("--overlap-hours is between 0 and \(KeyRoutes.longestOverlap).")
    }
  }

  func perform(_ context: CommandContext) async throws {
    guard let id = UUID(text: subscription) else {
      throw CommandFailure(
        .usage, "\(subscription) is no id of a subscription", remedy: "GET /v1/subscriptions lists them.")
    }
    try await context.withResources(of: Application.self) { resources in
      let agencies = try Application(resources: resources).agencies
      let overlap = try overlapHours.map { Duration.seconds(3_600 * $0) } ?? agencies.policy().secretOverlap
      if trial.dryRun {
        let keys = try await resources.runner.read { connection in
          guard try await SubscriptionStore.find(id, on: connection) != nil else { throw missing }
          return try await EndpointKeyStore.list(id, on: connection)
        }
        let ending = keys.filter { $0.scheme == scheme && $0.endsAt ?? .distantFuture > resources.runner.now }
        return answer.show(
          ["rotated": false, "endingKeys": .array(ending.map { .string($0.id.lowercased) })],
          text: "\(ending.count) keys of \(scheme.rawValue) would end in \(Int(overlap.inSeconds) / 3_600) hours")
      }
      let made = try await resources.runner.run { work in try await rotate(id, overlap, agencies.rotateKey, work) }
      let ends = RFC3339.text(of: made.oldEnds)
      answer.show(
        [
          "rotated": true, "id": .string(made.id.lowercased), "scheme": .string(scheme.rawValue),
          "receiverKey": .string(made.key.receiverText), "oldKeysEndAt": .string(ends),
        ],
        text: "\(made.key.receiverText)\nFor the receiver; it is not shown again. The earlier keys end at \(ends).")
    }
  }

  private var missing: CommandFailure {
    CommandFailure(.data, "there is no subscription \(subscription)", remedy: "GET /v1/subscriptions lists them.")
  }

  private func rotate(
    _ id: UUID, _ overlap: Duration, _ rotateKey: RotateKey, _ work: UnitOfWork
  ) async throws -> (id: UUID, key: WebhookKey, oldEnds: Date) {
    guard try await SubscriptionStore.lock(id, on: work.connection) != nil else {
      throw CommandFailure(
        .data, "there is no subscription \(subscription)", remedy: "GET /v1/subscriptions lists them.")
    }
    do {
      let caller = Caller(subject: decision.actor, requestId: decision.reason, traceParent: nil)
      return try await rotateKey(scheme, of: id, overlap: overlap, by: caller, work: work)
    } catch EndpointError.tooManyKeys(let limit) {
      throw CommandFailure(
        .negative, "\(limit) keys sign for it at once, and more may not",
        remedy: "End one over HTTP, or give --overlap-hours 0, which ends those of the scheme.")
    }
  }
}

extension SignatureScheme: ExpressibleByArgument {}
