/// What a subject does.
public enum SubjectKind: String, Sendable, CaseIterable {
  /// Discharges, or could: a polluting unit (排污单位).
  case emitter
  /// Monitors for others (环境监测机构).
  case monitoringAgency = "monitoring-agency"
  /// Runs monitoring or treatment equipment for others (运维机构).
  case operationAgency = "operation-agency"
  /// Assesses impact or damage for others (环评、鉴定评估机构).
  case assessmentAgency = "assessment-agency"
  /// Anything else.
  case other
}
