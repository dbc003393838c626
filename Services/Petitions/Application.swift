import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import Sealing
import ServiceKit
import ServiceLifecycle

/// Petitions (生态环境信访): the composition root and table of contents.
struct Application: HostedService {
  static let service = ServiceName.petitions
  static let migrations = [
    Migration(
      component: "petitions", number: 1, name: "tables",
      text: String(decoding: PackageResources._001_tables_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 2, name: "steps",
      text: String(decoding: PackageResources._002_steps_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 3, name: "figures",
      text: String(decoding: PackageResources._004_figures_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 4, name: "desk",
      text: String(decoding: PackageResources._005_desk_sql, as: UTF8.self)),
  ]
  static let configurationAreas: [any ConfigurationArea.Type] = [StatusQueryConfiguration.self]

  // What comes in.
  let receiveComplaints: ReceiveComplaints
  let submitComplaint: SubmitComplaint
  // What staff do.
  let takeStep: StepTaker
  let listPetitions: ListPetitions
  let findPetition: FindPetition
  let exportPetitions: ExportPetitions
  // What is kept secret.
  let draftSummary: DraftSummary
  let revealWords: RevealWords
  let revealIdentity: RevealIdentity
  let searchByContact: SearchByContact
  // What the bureau does beside petitions: figures, letters, checks, digests, rewards.
  let bureau: BureauDesk
  // What citizens ask.
  let askStatus: AskStatus
  // What time does.
  let tendClocks: TendClocks
  let recountDates: RecountDates
  // What other services tell.
  let recordDeliveries: RecordDeliveries
  let recordOutcomes: RecordOutcomes
  // What an operator asks for.
  let publishStates: StatePage

  private let intake: ComplaintIntake
  private let told: OutcomeSubscriptions
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts
  private let rules: RuleBook
  private let upkeep: [any ServiceLifecycle.Service]

  init(resources: ServiceResources) throws {
    self.init(
      pool: resources.pool, runner: resources.runner, posts: resources.posts, rules: resources.rules,
      sealing: try PetitionSealing(resources.configuration.sealing),
      opener: resources.opener, prefix: resources.prefix,
      topics: resources.configuration.broker.complaintTopics ?? ComplaintTopics(prefix: resources.prefix),
      queryLimits: try StatusQueryConfiguration(resources.reader).limits,
      upkeep: [FoldFigures(pool: resources.pool, logger: resources.logger)])
  }

  /// Everything by hand, for tests.
  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook,
    sealing: PetitionSealing, opener: Opener, prefix: TopicPrefix, topics: ComplaintTopics,
    queryLimits: StatusQueryLimits = StatusQueryLimits(), upkeep: [any ServiceLifecycle.Service] = []
  ) {
    let petitions = PetitionStore(deadlines: DeadlineStore())
    receiveComplaints = ReceiveComplaints(
      rules: rules, sealing: sealing, petitions: petitions,
      repeats: ReceiveRepeats(sealing: sealing, petitions: petitions))
    submitComplaint = SubmitComplaint(runner: runner, receive: receiveComplaints)
    bureau = BureauDesk(rules: rules, petitions: petitions)
    takeStep = StepTaker(rules: rules, petitions: petitions, gather: bureau.gatherFinding)
    listPetitions = ListPetitions(petitions: petitions)
    findPetition = FindPetition(petitions: petitions)
    exportPetitions = ExportPetitions(list: listPetitions)
    let vault = PetitionVault(opener: opener)
    draftSummary = DraftSummary(petitions: petitions, vault: vault, take: takeStep)
    revealWords = RevealWords(petitions: petitions, vault: vault)
    revealIdentity = RevealIdentity(petitions: petitions, vault: vault)
    searchByContact = SearchByContact(petitions: petitions, hasher: sealing.hasher)
    askStatus = AskStatus(limits: queryLimits, hasher: sealing.hasher, pool: pool, petitions: petitions)
    tendClocks = TendClocks(rules: rules, petitions: petitions)
    recountDates = RecountDates(rules: rules, petitions: petitions)
    recordDeliveries = RecordDeliveries(petitions: petitions)
    recordOutcomes = RecordOutcomes(petitions: petitions)
    publishStates = StatePage(petitions: petitions)
    intake = ComplaintIntake(topics: topics, receive: receiveComplaints)
    told = OutcomeSubscriptions(prefix: prefix, contacts: recordDeliveries, outcomes: recordOutcomes)
    self.runner = runner
    self.posts = posts ?? IdempotentPosts(runner: runner)
    self.rules = rules
    self.upkeep = upkeep
  }

  var subscriptions: [Subscription] { intake.subscriptions + told.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let (tendClocks, recountDates) = (tendClocks, recountDates)
    return bureau.timers.merging(
      [
        TendClocks.timer: { try await tendClocks($0, work: $1) },
        RecountDates.timer: { try await recountDates($0, work: $1) },
      ], uniquingKeysWith: { $1 })
  }

  var background: [any ServiceLifecycle.Service] { upkeep + [CalendarWatch(rules: rules, runner: runner)] }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    IntakeRoutes(submit: submitComplaint).register(on: routes)
    PetitionRoutes(
      runner: runner, rules: rules, list: listPetitions, find: findPetition, export: exportPetitions
    ).register(on: routes)
    StepRoutes(posts: posts, take: takeStep).register(on: routes)
    SummaryRoutes(runner: runner, posts: posts, draft: draftSummary, take: takeStep).register(on: routes)
    VaultRoutes(runner: runner, identity: revealIdentity, words: revealWords, search: searchByContact).register(
      on: routes)
    StatusRoutes(ask: askStatus).register(on: open)
    bureau.register(on: routes, runner: runner)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
