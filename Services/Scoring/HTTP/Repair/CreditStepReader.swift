import Civics
import Contracts

/// The bodies of steps with cases about credit. Words of staff are masked: some of them leave the service.
enum CreditStepReader {
  static func read(_ name: String, _ body: JSON) throws(ContractViolation) -> CreditStep {
    let fields = try JSONFields(body, path: "body")
    switch name {
    case "accept":
      return .accept(at: try fields.optionalInstant("at"), copyReceivedAt: try fields.optionalInstant("copyReceivedAt"))
    case "refuse":
      return .refuse(
        try fields.code("reason"), article: try fields.optionalString("article"), reason: try words(fields, "statement")
      )
    case "extend": return .extend(reason: try words(fields, "reason"))
    case "answer": return .answer
    case "decide": return .decide(try CreditDecision(fields: fields))
    case "appeal":
      return .appeal(court: try fields.optionalString("decidedBy"), at: try fields.optionalInstant("at"))
    default: return .withdraw(reason: try words(fields, "reason"))
    }
  }

  private static func words(_ fields: JSONFields, _ name: String) throws(ContractViolation) -> String {
    TextMask.mask(try fields.text(name, limit: 4096)).text
  }
}
