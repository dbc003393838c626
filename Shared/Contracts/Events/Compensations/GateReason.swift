/// Why a gate is open or closed.
public enum GateReason: String, Sendable, CaseIterable {
  /// The clue is not checked yet.
  case notChecked = "not-checked"
  /// The clue was checked.
  case checked
  /// No compensation is started, so nothing is waited for.
  case notStarted = "not-started"
  /// There was no consultation with the obligor (初步商议) yet.
  case notConsulted = "not-consulted"
  /// There was a consultation with the obligor.
  case consulted
  /// Nobody liable is known, so nobody can be consulted.
  case noObligor = "no-obligor"
  /// The duty of compensation is not performed.
  case notPerformed = "not-performed"
  /// The duty of compensation is performed; whether the penalty is lighter is for the penalty case.
  case performed
  /// The rules of the place do not ask for it.
  case notRequired = "not-required"
  /// Compensation knows no such penalty case yet.
  case unknownCase = "unknown-case"
}
