import Contracts
import FoundationEssentials
import ServiceKit

extension PetitionError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .outOfTurn(let step, let status, let missing, let next):
      .conflict(
        code: "step-out-of-turn",
        detail: "\(step.rawValue) cannot be taken while the petition is \(status.rawValue): "
          + missing.joined(separator: "; ") + ".",
        remedy: next.isEmpty
          ? "No step is left: the case is closed."
          : "The steps allowed next are: \(next.map(\.rawValue).joined(separator: ", ")).")
    case .unknownFinding(let id):
      Problem(
        status: 422, code: "finding-unknown", title: "The petition has no such finding", detail: id,
        field: "body.findingId")
    case .findingDecided(let id):
      .conflict(
        code: "finding-decided", detail: "The finding \(id) was decided before.",
        remedy: "Report a new finding if there are new facts.")
    case .invalid(let field, let reason):
      Problem(
        status: 422, code: "field-invalid", title: "The step does not fit the petition", detail: reason, field: field)
    case .lapsed(let step, let due):
      .conflict(
        code: "time-lapsed", detail: "The time for \(step.rawValue) ran out at \(RFC3339.text(of: due)).",
        remedy: "See the petition's deadlines: what has run out cannot be asked for, extended or stopped any more.")
    case .withdrawn:
      .conflict(
        code: "staff-withdrawn", detail: "Who asks has withdrawn from this case (信访工作条例 第二十八条).",
        remedy: "Another member of staff takes the step.")
    case .notMergeable(let reasons):
      .conflict(
        code: "not-mergeable",
        detail: "The petitions cannot be handled together: " + reasons.joined(separator: "; ") + ".",
        remedy: "Link the two instead, or choose another petition to lead.")
    case .rule(let error):
      Problem(
        status: 500, code: "rule-missing", title: "The rule packs lack a rule", detail: "\(error)",
        remedy: "Load a complete rule pack with `petitions rules load`.")
    }
  }
}

extension PetitionVault.Closed: ProblemConvertible {
  var problem: Problem {
    Problem(
      status: 501, code: "vault-closed", title: "The vault cannot be opened here",
      detail: "This replica does not hold the private key that the identity was sealed for.",
      remedy: "Set SEALING_PRIVATE_KEYS to the vault's private key, on the replica that staff use for reveals.")
  }
}

extension LostPetition: ProblemConvertible {
  var problem: Problem { .unavailable(detail: "Another submission of the same complaint was under way.") }
}
