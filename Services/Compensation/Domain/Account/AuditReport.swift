import Contracts
import FoundationEssentials

/// What an auditor found in a year's books.
struct AuditReport: JSONConvertible, Sendable, Equatable {
  let verdict: AuditVerdict
  /// The number of the report.
  let document: String
  let findings: [AuditFinding]

  init(verdict: AuditVerdict, document: String, findings: [AuditFinding] = []) {
    self.verdict = verdict
    self.document = document
    self.findings = findings
  }

  init(fields: JSONFields) throws(ContractViolation) {
    verdict = try fields.code("verdict")
    document = try fields.string("document")
    findings = try fields.objects("findings", maximum: 256)
    guard verdict == .clean || !findings.isEmpty else {
      throw fields.violation(.fieldMissing, "findings", "A verdict that is not clean says what was found.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("verdict", code: verdict)
    object.set("document", document)
    object.set("findings", findings.isEmpty ? nil : findings)
    return .object(object)
  }
}
