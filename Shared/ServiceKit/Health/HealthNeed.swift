/// What the service is worth without a component.
public enum HealthNeed: Sendable {
  /// Nothing: while it is down, the service is not ready and gets no traffic.
  case required
  /// Something: while it is down, the service goes on degraded. The broker and the relay are of this kind, since
  /// staff can work without them.
  case optional
}
