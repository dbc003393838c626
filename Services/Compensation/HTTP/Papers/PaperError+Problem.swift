import ServiceKit

extension PaperError: ProblemConvertible {
  var problem: Problem {
    switch self {
    case .noTemplate(let kind, let listed):
      Problem.notFound("The rules have no template for \(kind). There are: \(listed.joined(separator: ", ")).")
    case .badTemplate(let kind, let reason):
      .conflict(
        code: "template-unreadable", detail: "The template of \(kind) cannot be read: \(reason)",
        remedy: "Have the rule pack put right; `rules load` would have refused it.")
    }
  }
}
