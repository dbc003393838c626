import ServiceKit

extension DamageError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfRange(let field, let value, let range, let source):
      Self.invalid(
        "coefficient-out-of-range", "body.input.\(field)", "\(value) does not lie in \(range) (\(source)).",
        remedy: "Enter a coefficient that the standard allows.")
    case .notInTable(let field, let value, let known):
      Self.invalid(
        "not-in-table", "body.input.\(field)",
        "The rules have no row for \(value)"
          + (known.isEmpty ? "." : "; they have: \(known.joined(separator: ", "))."))
    case .zeroLimit(let field):
      Self.invalid("limit-zero", "body.input.\(field)", "A limit of 0 cannot be exceeded by any multiple.")
    case .invalid(let field, let reason): Self.invalid("field-invalid", "body.input.\(field)", reason)
    case .tooLarge:
      Self.invalid("amount-too-large", "body.input", "The amount is larger than any damage can be.")
    case .notSimple(let amount, let limit, let reason):
      Self.invalid(
        "not-simple", "body.simple",
        "\(amount) fen cannot be assessed simply: \(reason). The limit is \(limit) fen.",
        remedy: "Have the damage appraised.")
    case .fineUnknown(let basis):
      Self.invalid(
        "fine-unknown", "body.input.baseline.fineFen", "No fine of the kind \(basis.rawValue) was told.",
        remedy: "Give the fine, or wait until the penalty system tells it.")
    case .fineDiffers(let basis, let told):
      Self.invalid(
        "fine-differs", "body.input.baseline.fineFen",
        "The penalty system told \(told) fen as \(basis.rawValue).", remedy: "Leave the fine out.")
    case .rule(let error): CompensationError.rule(error).problem
    }
  }

  private static func invalid(_ code: String, _ field: String, _ detail: String, remedy: String? = nil) -> Problem {
    Problem(
      status: 422, code: code, title: "The damage cannot be computed from this", detail: detail, field: field,
      remedy: remedy)
  }
}
