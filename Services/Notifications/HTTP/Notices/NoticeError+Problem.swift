import Contracts
import ServiceKit

extension NoticeError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .addresseeKey(let key, let audience):
      Problem(
        status: 422, code: "addressee-key-invalid", title: "The key does not fit the audience",
        detail: "“\(key)” names nobody of the audience \(audience.rawValue).", field: "path.key",
        remedy:
          "unit:360400, an enterprise's subject key, the subject of an agency's tokens, court:…, procuratorate:…, "
          + "insurer:…, public:…; petitioners are in no book.")
    case .noTemplate(let code): .notFound("There is no template \(code).")
    case .broadcastOutOfTurn(let step, let status):
      .conflict(
        code: "broadcast-out-of-turn", detail: "A broadcast that is \(status.rawValue) knows no \(step).",
        remedy: "Read it again.")
    case .emptySegment:
      Problem(
        status: 422, code: "segment-empty", title: "The segment names nobody", field: "body.content.segment",
        remedy: "Widen it, or enter addressees first; GET …/reach tells how many it names.")
    case .notInvited(let keys):
      Problem(
        status: 422, code: "not-invited", title: "Somebody was not invited",
        detail: "Not among those invited: \(keys.prefix(20).joined(separator: ", ")).", field: "body.attendance",
        remedy: "Nothing was noted. Leave them out, or invite them by a broadcast of their own.")
    case .appointmentOutOfTurn(let step, let status):
      .conflict(
        code: "appointment-out-of-turn", detail: "An appointment that is \(status.rawValue) knows no \(step).",
        remedy: "Read it again.")
    case .past(let field):
      Problem(
        status: 422, code: "instant-past", title: "The instant lies in the past", field: "body.\(field)",
        remedy: "Give an instant to come.")
    case .rules(let problems):
      Problem(
        status: 422, code: "rules-invalid", title: "The rules about messages are wrong",
        detail: problems.prefix(20).joined(separator: "\n"), field: "body.pack",
        remedy: "Correct them; their form is in deploy/rules/README.md.")
    }
  }
}
