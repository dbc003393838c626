import Hummingbird
import Messaging
import ServiceKit

/// Leniency, study, credit repair, objections, reviews and lawsuits: a page of the table of contents.
struct LenienceDesk: Sendable {
  // What comes in.
  let followCases: FollowCases
  // Leniency in penalty cases.
  let assessLeniency: AssessLeniency
  let decideLeniency: DecideLeniency
  let listAssessments: ListAssessments
  let recordApologyRequest: RecordApologyRequest
  // Law study.
  let findStudy: FindStudy
  let countStudy: CountStudy
  // Repair, objection, review, litigation.
  let fileCreditCase: FileCreditCase
  let takeCreditStep: CreditCaseTaker
  let listCreditCases: ListCreditCases
  let tendCreditCases: TendCreditCases
  let recountCreditDates: RecountCreditDates

  private let book: LenienceBook

  init(rules: RuleBook, clock: RatingClock, facts: FactStore, record: RecordFacts) {
    let book = LenienceBook(rules: rules)
    let records = CaseRecordStore()
    let assessments = LeniencyStore()
    let cases = CreditCaseStore()
    followCases = FollowCases(
      book: book, records: records, assessments: assessments,
      credit: CreditStudy(book: book, records: records, record: record))
    assessLeniency = AssessLeniency(book: book, records: records, assessments: assessments)
    decideLeniency = DecideLeniency(assess: assessLeniency, assessments: assessments, record: record)
    listAssessments = ListAssessments(assessments: assessments)
    recordApologyRequest = RecordApologyRequest(records: records)
    findStudy = FindStudy(book: book, records: records)
    countStudy = CountStudy(book: book, study: StudyStore())
    let desk = CreditCaseDesk(book: CreditBook(rules: rules), cases: cases, facts: facts, record: record)
    fileCreditCase = FileCreditCase(desk: desk)
    takeCreditStep = CreditCaseTaker(
      desk: desk,
      check: CheckCreditCase(cases: cases, facts: facts, clock: clock, records: records, lenience: book))
    listCreditCases = ListCreditCases(cases: cases)
    tendCreditCases = TendCreditCases(desk: desk)
    recountCreditDates = RecountCreditDates(desk: desk)
    self.book = book
  }

  var timers: [String: TimerRunner.Handler] {
    let (tend, recount) = (tendCreditCases, recountCreditDates)
    return [
      CreditCaseDesk.timer: { try await tend($0, work: $1) },
      RecountCreditDates.timer: { try await recount($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner, posts: IdempotentPosts) {
    LeniencyRoutes(
      runner: runner, posts: posts, assess: assessLeniency, decide: decideLeniency, list: listAssessments
    ).register(on: routes)
    CatalogueRoutes(runner: runner, posts: posts, book: book, record: recordApologyRequest).register(on: routes)
    StudyRoutes(runner: runner, find: findStudy, count: countStudy).register(on: routes)
    CreditCaseRoutes(
      runner: runner, posts: posts, file: fileCreditCase, take: takeCreditStep, list: listCreditCases
    ).register(on: routes)
  }
}
