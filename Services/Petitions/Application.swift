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
  ]

  // What comes in.
  let receiveComplaints: ReceiveComplaints
  let submitComplaint: SubmitComplaint
  // What staff do.
  let takeStep: StepTaker
  let listPetitions: ListPetitions
  let findPetition: FindPetition
  let revealIdentity: RevealIdentity
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
  private let rules: RuleBook

  init(resources: ServiceResources) throws {
    self.init(
      runner: resources.runner, rules: resources.rules, sealing: try PetitionSealing(resources.configuration.sealing),
      opener: resources.opener, prefix: resources.prefix,
      topics: resources.configuration.broker.complaintTopics ?? ComplaintTopics(prefix: resources.prefix))
  }

  /// Everything by hand, for tests.
  init(
    runner: UnitOfWorkRunner, rules: RuleBook, sealing: PetitionSealing, opener: Opener, prefix: TopicPrefix,
    topics: ComplaintTopics
  ) {
    let petitions = PetitionStore(deadlines: DeadlineStore())
    receiveComplaints = ReceiveComplaints(
      rules: rules, sealing: sealing, petitions: petitions,
      repeats: ReceiveRepeats(sealing: sealing, petitions: petitions))
    submitComplaint = SubmitComplaint(runner: runner, receive: receiveComplaints)
    takeStep = StepTaker(rules: rules, petitions: petitions)
    listPetitions = ListPetitions(petitions: petitions)
    findPetition = FindPetition(petitions: petitions)
    revealIdentity = RevealIdentity(petitions: petitions, opener: opener)
    tendClocks = TendClocks(rules: rules, petitions: petitions)
    recountDates = RecountDates(rules: rules, petitions: petitions)
    recordDeliveries = RecordDeliveries(petitions: petitions)
    recordOutcomes = RecordOutcomes(petitions: petitions)
    publishStates = StatePage(petitions: petitions)
    intake = ComplaintIntake(topics: topics, receive: receiveComplaints)
    told = OutcomeSubscriptions(prefix: prefix, contacts: recordDeliveries, outcomes: recordOutcomes)
    self.runner = runner
    self.rules = rules
  }

  var subscriptions: [Subscription] { intake.subscriptions + told.subscriptions }

  var timers: [String: TimerRunner.Handler] {
    let (tendClocks, recountDates) = (tendClocks, recountDates)
    return [
      TendClocks.timer: { try await tendClocks($0, work: $1) },
      RecountDates.timer: { try await recountDates($0, work: $1) },
    ]
  }

  var background: [any ServiceLifecycle.Service] { [CalendarWatch(rules: rules, runner: runner)] }

  func register(on routes: RouterGroup<ServiceRequestContext>, open: RouterGroup<ServiceRequestContext>) {
    IntakeRoutes(submit: submitComplaint).register(on: routes)
    PetitionRoutes(
      runner: runner, rules: rules, list: listPetitions, find: findPetition, reveal: revealIdentity
    ).register(on: routes)
    StepRoutes(runner: runner, take: takeStep).register(on: routes)
  }

  func statePage(after key: String, work: UnitOfWork) async throws -> String? {
    try await publishStates(after: key, work: work)
  }
}
