/// Why an endpoint is switched off, as `endpoint.disabled` tells it.
enum DisableReason: String, Sendable, CaseIterable {
  /// It answered 410 (Standard Webhooks: stop sending).
  case gone
  /// Nothing got through for as long as the rule pack allows.
  case failing
  /// Staff, or the agency itself, switched it off.
  case byStaff = "by-staff"
}
