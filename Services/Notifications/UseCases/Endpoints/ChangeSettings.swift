import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Changes how an endpoint is served.
struct ChangeSettings: Sendable {
  /// The endpoint must be locked.
  func callAsFunction(
    _ settings: EndpointSettings, of endpoint: UUID, by caller: Caller, work: UnitOfWork
  ) async throws {
    _ = try await work.connection.pipeline(EndpointStore.set(settings, of: endpoint))
    var detail = JSONObject()
    detail.set("order", code: settings.order)
    detail.set("mode", code: settings.mode)
    detail.set("concurrency", settings.concurrency)
    detail.set("perMinute", settings.perMinute)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "endpoint.settings-changed", subject: endpoint.lowercased,
        cause: caller.requestId, detail: JSON.object(detail).bytes))
  }
}
