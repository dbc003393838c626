import Contracts
import Hummingbird
import ServiceKit

extension StepRoutes {
  /// The steps from the assessment to the restored river. What binds the holder of the right (an agreement, a suit, the
  /// authority's own restoration) is for those who decide.
  func registerSettlement(on routes: RouterGroup<ServiceRequestContext>) {
    let entrust = EntrustBody(take: take)
    add(EntrustAppraisal.name, Self.handlers, to: routes) { json in
      let body = try EntrustAppraisal(json: json, path: "body")
      return { try await entrust(body, on: $0, by: $1, work: $2, authorise: $3) }
    }
    add(ReportAppraisal.self, Self.handlers, to: routes)
    add(DecideRestoration.self, Self.heads, to: routes)
    add(NotifyNegotiation.self, Self.handlers, to: routes)
    add(AnswerNegotiation.self, Self.handlers, to: routes)
    add(HoldRound.self, Self.handlers, to: routes)
    add(FailNegotiation.self, Self.handlers, to: routes)
    add(RenewNegotiation.self, [.leader], to: routes)
    add(SignAgreement.self, Self.heads, to: routes)
    add(AmendAgreement.self, Self.heads, to: routes)
    add(ApplyForConfirmation.self, Self.handlers, to: routes)
    add(RecordPublication.self, Self.handlers, to: routes)
    add(RecordRuling.self, Self.handlers, to: routes)
    add(StartPerformance.self, Self.handlers, to: routes)
    add(RecordRestoration.self, Self.handlers, to: routes)
    add(CompleteRestoration.self, Self.handlers, to: routes)
    add(EvaluateRestoration.self, Self.heads, to: routes)
    add(ContinueRestoration.self, Self.heads, to: routes)
    add(TakeOverRestoration.self, [.leader], to: routes)
    add(DeclareDefault.self, Self.heads, to: routes)
    add(LinkPublicInterestSuit.self, Self.handlers, to: routes)
    let prepare = PrepareSuitPapers(take: take)
    add(.prepareSuit, Self.heads, to: routes) { json in
      let body = try PrepareSuit(json: json, path: "body")
      return { try await prepare(body, on: $0, by: $1, work: $2, authorise: $3) }
    }
  }
}
