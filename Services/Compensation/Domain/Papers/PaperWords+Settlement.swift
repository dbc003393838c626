import Civics
import Contracts
import FoundationEssentials

extension PaperWords {
  /// Appraisal, negotiation, agreement, court and restoration.
  var settlement: JSONObject {
    let settlement = compensation.file.settlement
    var object = JSONObject()
    object.set("appraisals", .array(settlement.appraisals.map(Self.appraisal)))
    if let decision = settlement.decision {
      object.set("restorability", decision.restorability.chinese)
      object.set("restorationReason", decision.reason)
      object.set("performer", decision.performer.chinese)
    }
    if let negotiation = settlement.negotiations.last {
      object.set("claimYuan", negotiation.claimFen.map(Self.yuan))
      object.set("notifiedOn", Self.day(negotiation.notifiedAt))
      object.set("replyBy", compensation.clock(.reply).map { Self.last($0.dueDate.due) })
      object.set("negotiateBy", compensation.clock(.negotiation).map { Self.last($0.dueDate.due) })
    }
    object.set("rounds", .array(settlement.negotiations.flatMap(\.rounds).map(Self.round)))
    if let agreement = settlement.agreement { add(agreement, to: &object) }
    if let project = settlement.project {
      object.set("measures", .array(project.measures.map(Self.measure)))
      object.set("done", .array(project.done.map(Self.measure)))
      object.set("completedOn", project.completedAt.map(Self.day))
      object.set("evaluations", .array(project.evaluations.map(Self.evaluation)))
    }
    return object
  }

  private func add(_ agreement: Agreement, to object: inout JSONObject) {
    object.set("agreementNumber", agreement.agreementNumber)
    object.set("signedOn", Self.day(agreement.signedAt))
    object.set("agreedYuan", Self.yuan(agreement.amountFen))
    object.set("performBy", Self.last(agreement.performBy))
    object.set("instalments", .array(agreement.instalments.map(Self.instalment)))
    object.set("court", agreement.court?.court)
    object.set("publishedOn", agreement.court?.publishedAt.map(Self.day))
  }

  private static func appraisal(_ appraisal: Appraisal) -> JSON {
    var object = JSONObject()
    object.set("kind", appraisal.kind.chinese)
    object.set("body", appraisal.bodyKey)
    object.set("jointly", appraisal.jointly ? "双方共同委托" : "单方委托")
    object.set("entrustedOn", day(appraisal.entrustedAt))
    object.set("reportedOn", appraisal.reportedAt.map(day))
    object.set("yuan", appraisal.amountFen.map(yuan))
    return .object(object)
  }

  private static func round(_ round: NegotiationRound) -> JSON {
    var object = JSONObject()
    object.set("number", round.number)
    object.set("on", day(round.heldAt))
    object.set("outcome", round.outcome.chinese)
    object.set("claimYuan", round.claimFen.map(yuan))
    object.set("offerYuan", round.offerFen.map(yuan))
    let present = round.participants.map { "\($0.role.chinese)\($0.count)人" }
    object.set("participants", present.isEmpty ? nil : present.joined(separator: "、"))
    return .object(object)
  }

  private static func instalment(_ part: AgreedInstalment) -> JSON {
    var object = JSONObject()
    object.set("number", part.number)
    object.set("yuan", yuan(part.amountFen))
    object.set("by", last(part.due))
    object.set("paidOn", part.paidAt.map(day))
    return .object(object)
  }

  private static func measure(_ measure: RestorationMeasure) -> JSON {
    var object = JSONObject()
    object.set("mode", measure.mode.chinese)
    object.set("quantity", measure.quantity.description)
    object.set("unit", measure.unit.ruleName)
    object.set("yuan", measure.valueFen.map(yuan))
    return .object(object)
  }

  private static func evaluation(_ evaluation: RestorationEvaluation) -> JSON {
    var object = JSONObject()
    object.set("number", evaluation.number)
    object.set("on", day(evaluation.at))
    object.set("met", evaluation.met ? "达到修复目标" : "未达到修复目标,继续修复")
    object.set("evaluator", evaluation.evaluatorKey)
    return .object(object)
  }
}
