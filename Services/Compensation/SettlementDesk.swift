import Contracts
import Hummingbird
import Messaging
import ServiceKit

/// Experts, batches and what leads to a settlement: the second page of the table of contents.
struct SettlementDesk: Sendable {
  // Pools and registers.
  let keepExperts: KeepExperts
  let keepAppraisalBodies: KeepAppraisalBodies
  let entrustBody: EntrustBody
  // Joint draws.
  let openDraws: OpenDraws
  let takeDrawStep: DrawTaker
  // Batches.
  let formBatches: FormBatches
  let takeBatchStep: TakeBatchStep

  init(rules: RuleBook, cases: CaseStore, write: CaseWriter, take: StepTaker) {
    keepExperts = KeepExperts(rules: rules)
    keepAppraisalBodies = KeepAppraisalBodies()
    entrustBody = EntrustBody(take: take)
    openDraws = OpenDraws(rules: rules, cases: cases)
    takeDrawStep = DrawTaker(rules: rules)
    formBatches = FormBatches(rules: rules, cases: cases, write: write)
    takeBatchStep = TakeBatchStep(rules: rules, cases: cases, write: write)
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner, posts: IdempotentPosts) {
    ExpertRoutes(runner: runner, posts: posts, keep: keepExperts).register(on: routes)
    AppraisalBodyRoutes(runner: runner, posts: posts, keep: keepAppraisalBodies).register(on: routes)
    ExpertDrawRoutes(runner: runner, posts: posts, open: openDraws, take: takeDrawStep).register(on: routes)
    BatchRoutes(runner: runner, posts: posts, form: formBatches, take: takeBatchStep).register(on: routes)
    SuitRoutes(runner: runner).register(on: routes)
  }
}
