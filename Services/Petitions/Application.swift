import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Pages
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
      component: "petitions", number: 3, name: "intake",
      text: String(decoding: PackageResources._003_intake_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 4, name: "figures",
      text: String(decoding: PackageResources._004_figures_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 5, name: "desk",
      text: String(decoding: PackageResources._005_desk_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 6, name: "clocks",
      text: String(decoding: PackageResources._006_clocks_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 7, name: "checks",
      text: String(decoding: PackageResources._007_checks_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 8, name: "open311",
      text: String(decoding: PackageResources._008_open311_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 9, name: "board",
      text: String(decoding: PackageResources._009_board_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 10, name: "board counts",
      text: String(decoding: PackageResources._010_board_counts_sql, as: UTF8.self)),
    Migration(
      component: "petitions", number: 11, name: "index",
      text: String(decoding: PackageResources._011_index_sql, as: UTF8.self)),
  ]
  static let configurationAreas: [any ConfigurationArea.Type] = [
    StatusQueryConfiguration.self, PetitionerConfiguration.self, Open311Configuration.self, PagesConfiguration.self,
  ]

  // What comes in.
  let receiveComplaints: ReceiveComplaints
  let submitComplaints: SubmitComplaints
  let tryComplaints: TryComplaints
  let addMaterial: AddMaterial
  let registerSupervisor: RegisterSupervisor
  // Which petitions belong together, and where they go.
  let suggestRelations: SuggestRelations
  let changeRelations: ChangeRelations
  let readAttachments: ReadAttachments
  let tryRouting: TryRouting
  // What staff do.
  let takeStep: StepTaker
  let listPetitions: ListPetitions
  let listBacklog: ListBacklog
  let findPetition: FindPetition
  let exportPetitions: ExportPetitions
  // What is kept secret.
  let draftSummary: DraftSummary
  let revealWords: RevealWords
  let revealIdentity: RevealIdentity
  let searchByContact: SearchByContact
  let exportPetitioner: ExportPetitioner
  // What the bureau does beside petitions: figures, letters, checks, digests, rewards.
  let bureau: BureauDesk
  // What citizens ask.
  let askStatus: AskStatus
  /// What everybody reads of results.
  let publications: PublicationStore
  /// Nil where Open311 is not served.
  let open311: Open311Routes?
  /// What people look at in a browser.
  let pages: PetitionPages
  // What time does.
  let tendClocks: TendClocks
  let recountDates: RecountDates
  let relatePetitions: RelatePetitions
  let findLongOpen: FindLongOpen
  // What other services tell.
  let recordDeliveries: RecordDeliveries
  let recordOutcomes: RecordOutcomes
  // What an operator asks for.
  let publishStates: StatePage

  /// What is sealed in the tables.
  let sealedColumns: [any SealedColumn]

  private let intake: ComplaintIntake
  private let told: OutcomeSubscriptions
  private let runner: UnitOfWorkRunner
  private let posts: IdempotentPosts
  private let rules: RuleBook
  private let upkeep: [any ServiceLifecycle.Service]

  init(resources: ServiceResources) throws {
    let verifier = try TokenVerifier(resources.configuration.authentication, logger: resources.logger)
    try self.init(
      pool: resources.pool, runner: resources.runner, posts: resources.posts, rules: resources.rules,
      sealing: try PetitionSealing(resources.configuration.sealing),
      opener: resources.opener, prefix: resources.prefix,
      topics: resources.configuration.broker.complaintTopics ?? ComplaintTopics(prefix: resources.prefix),
      queryLimits: try StatusQueryConfiguration(resources.reader).limits,
      open311: try Open311Configuration(resources.reader).jurisdiction,
      settings: try PagesConfiguration(resources.reader), keys: { try await verifier.verify($0) },
      // So many for each connection that a short peak passes, and what waits is done within its caller's patience.
      submissions: 8 * resources.configuration.database.maximumConnections,
      upkeep: [
        FigureFolding(
          pool: resources.pool, logger: resources.logger, { try await FigureStore.fold(on: $0) },
          { try await BoardStore.fold(on: $0) })
      ])
  }

  /// Everything by hand, for tests.
  /// - Parameters:
  ///   - open311: the place that Open311 serves; nil serves none.
  ///   - settings: of the pages.
  ///   - keys: whom an `api_key` of Open311 or the token of a session stands for.
  ///   - submissions: how many submissions over HTTP are worked on at once.
  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, posts: IdempotentPosts? = nil, rules: RuleBook,
    sealing: PetitionSealing, opener: Opener, prefix: TopicPrefix, topics: ComplaintTopics,
    queryLimits: StatusQueryLimits = StatusQueryLimits(), open311: Open311Jurisdiction? = nil,
    settings: PagesConfiguration = PagesConfiguration(),
    keys: @escaping Open311Routes.KeyCheck = { _ in throw Problem.unauthenticated }, submissions: Int = 64,
    upkeep: [any ServiceLifecycle.Service] = []
  ) throws {
    let petitions = PetitionStore(deadlines: DeadlineStore())
    sealedColumns = sealing.columns
    let routing = RoutingBook()
    receiveComplaints = ReceiveComplaints(
      rules: rules, routing: routing, sealing: sealing, petitions: petitions,
      repeats: ReceiveRepeats(sealing: sealing, petitions: petitions))
    submitComplaints = SubmitComplaints(
      runner: runner, receive: receiveComplaints, gate: IntakeGate(limit: submissions))
    tryComplaints = TryComplaints(rules: rules, routing: routing, sealing: sealing, petitions: petitions)
    addMaterial = AddMaterial(submit: submitComplaints)
    registerSupervisor = RegisterSupervisor(sealing: sealing)
    let link = LinkPetitions(rules: rules, petitions: petitions)
    suggestRelations = SuggestRelations(rules: rules, petitions: petitions)
    changeRelations = ChangeRelations(rules: rules, petitions: petitions, link: link)
    relatePetitions = RelatePetitions(rules: rules, petitions: petitions, link: link)
    findLongOpen = FindLongOpen(rules: rules, petitions: petitions)
    tryRouting = TryRouting(rules: rules, routing: routing)
    listBacklog = ListBacklog(petitions: petitions)
    bureau = BureauDesk(rules: rules, petitions: petitions)
    takeStep = StepTaker(rules: rules, petitions: petitions, gather: bureau.gatherFinding)
    listPetitions = ListPetitions(petitions: petitions)
    findPetition = FindPetition(petitions: petitions)
    exportPetitions = ExportPetitions(list: listPetitions)
    let vault = PetitionVault(opener: opener)
    readAttachments = ReadAttachments(vault: vault)
    draftSummary = DraftSummary(petitions: petitions, vault: vault, take: takeStep)
    revealWords = RevealWords(petitions: petitions, vault: vault)
    revealIdentity = RevealIdentity(petitions: petitions, vault: vault)
    exportPetitioner = ExportPetitioner(find: FindPetition(petitions: petitions), vault: vault)
    searchByContact = SearchByContact(petitions: petitions, hasher: sealing.hasher)
    askStatus = AskStatus(limits: queryLimits, hasher: sealing.hasher, pool: pool, petitions: petitions)
    publications = PublicationStore(petitions: petitions)
    pages = PetitionPages(
      desk: try PetitionPages.desk(settings: settings, check: keys), ask: askStatus, services: settings.services,
      publications: PublicationRoutes(runner: runner, publications: publications), now: { runner.now })
    let requests = ListServiceRequests(list: listPetitions, petitions: petitions)
    let submit = submitComplaints
    self.open311 = open311.map { jurisdiction in
      Open311Routes(
        runner: runner, jurisdiction: jurisdiction, list: requests, updates: ListRequestUpdates(requests: requests),
        submit: SubmitReport(submit: submit, jurisdiction: jurisdiction), check: keys)
    }
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
    let (relatePetitions, findLongOpen) = (relatePetitions, findLongOpen)
    return bureau.timers.merging(
      [
        TendClocks.timer: { try await tendClocks($0, work: $1) },
        RecountDates.timer: { try await recountDates($0, work: $1) },
        RelatePetitions.timer: { try await relatePetitions($0, work: $1) },
        FindLongOpen.timer: { try await findLongOpen($0, work: $1) },
      ], uniquingKeysWith: { $1 })
  }

  var sweeps: [String: TimerRunner.Handler] {
    let tendClocks = tendClocks
    return [TendClocks.sweep: { try await tendClocks(sweeping: $0, work: $1) }]
  }

  var background: [any ServiceLifecycle.Service] {
    upkeep + [CalendarWatch(rules: rules, runner: runner, timer: RecountDates.timer)]
  }

  var problemPage: ProblemPage? { pages.desk.problemPage }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    IntakeRoutes(runner: runner, posts: posts, submit: submitComplaints, attempt: tryComplaints).register(on: routes)
    RelationRoutes(
      runner: runner, posts: posts, find: findPetition, suggest: suggestRelations, list: ListRelations(),
      change: changeRelations, add: addMaterial, attachments: readAttachments
    ).register(on: routes)
    BacklogRoutes(runner: runner, list: listBacklog).register(on: routes)
    SupervisorRoutes(runner: runner, registry: registerSupervisor).register(on: routes)
    RoutingRoutes(runner: runner, attempt: tryRouting).register(on: routes)
    PetitionRoutes(
      runner: runner, rules: rules, list: listPetitions, find: findPetition, export: exportPetitions
    ).register(on: routes)
    StepRoutes(posts: posts, take: takeStep).register(on: routes)
    SummaryRoutes(runner: runner, posts: posts, draft: draftSummary, take: takeStep).register(on: routes)
    VaultRoutes(runner: runner, identity: revealIdentity, words: revealWords, search: searchByContact).register(
      on: routes)
    StatusRoutes(ask: askStatus).register(on: open)
    BoardRoutes(runner: runner).register(on: routes)
    PublicationRoutes(runner: runner, publications: publications).register(on: open)
    pages.register(on: open)
    open311?.register(on: open)
    bureau.register(on: routes, runner: runner, posts: posts)
  }

  func deadlines(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await DeadlineCounts.read(endingBefore: soon, on: connection)
  }

  /// For the operator's subcommand alone: nobody erases over HTTP.
  func erasePetitioner(_ resources: ServiceResources) throws -> ErasePetitioner {
    ErasePetitioner(
      find: findPetition, sealing: try PetitionSealing(resources.configuration.sealing),
      erasure: try PetitionerConfiguration(resources.reader).erasure)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
