import ServiceKit

extension ScoringError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .rule(let error):
      Problem(
        status: 500, code: "rule-missing", title: "The rule packs lack a rule", detail: "\(error)",
        remedy: "Load a complete rule pack with `scoring rules load`.")
    case .ruleUnusable(let key, let reason):
      Problem(
        status: 500, code: "rule-unusable", title: "A rule makes no score", detail: "\(key): \(reason)",
        remedy: "Correct the rule pack and load it with `scoring rules load`.")
    case .keyReused:
      Problem(
        status: 422, code: "idempotency-key-reused", title: "The Idempotency-Key was used for another fact",
        field: "header.Idempotency-Key", remedy: "Give each fact a key of its own.")
    case .draftInvalid(let reason):
      Problem(
        status: 422, code: "draft-invalid", title: "This is no rule pack that could be in force here", detail: reason,
        field: "body.pack", remedy: "Correct the pack; its form is described in deploy/rules/README.md.")
    case .invalid(let field, let reason):
      Problem(status: 422, code: "field-invalid", title: "The request does not fit", detail: reason, field: field)
    }
  }
}
