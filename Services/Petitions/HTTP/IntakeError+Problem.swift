import ServiceKit

extension IntakeGate.Busy: ProblemConvertible {
  var problem: Problem {
    .unavailable(
      code: "busy", detail: "Too many submissions are at work at once; none of this one was kept.",
      retryAfter: .seconds(1))
  }
}
