import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Sealing
import ServiceKit

/// Who is told what: rules, templates, documents, the addressee book, broadcasts and appointments; the second page of the
/// table of contents.
struct NoticeDesk: Sendable {
  // What the rule packs say.
  let books: NoticeBooks
  let previewMessage: PreviewMessage
  let tryRules: TryRules
  // What happens when an event comes.
  let tellEvents: TellEvents
  let compileDigests: CompileDigests
  // Whom there is to tell.
  let addresseeBook: AddresseeBook
  let keepAddressee: KeepAddressee
  let showContacts: ShowContacts
  // What is told to many.
  let planBroadcast: PlanBroadcast
  let sendBroadcast: SendBroadcast
  let takeAttendance = TakeAttendance()
  let holdRecurringDays: HoldRecurringDays
  // What is agreed on with one.
  let keepAppointment: KeepAppointment
  let remindAppointments: RemindAppointments

  /// - Parameter now: the business instant.
  /// - Throws: what is wrong with the rules in force.
  init(rules: RuleBook, key: SealingPrivateKey, opener: Opener, now: @escaping @Sendable () -> Date) throws {
    let vault = try ContactVault(key: key, opener: opener)
    books = try NoticeBooks(rules: rules, now: now)
    previewMessage = PreviewMessage(books: books)
    tryRules = TryRules(rules: rules)
    tellEvents = TellEvents(books: books, issue: IssueDocuments())
    compileDigests = CompileDigests(books: books)
    addresseeBook = AddresseeBook(vault: vault)
    keepAddressee = KeepAddressee(vault: vault)
    showContacts = ShowContacts(vault: vault)
    planBroadcast = PlanBroadcast(books: books)
    sendBroadcast = SendBroadcast(books: books)
    holdRecurringDays = HoldRecurringDays(books: books, rules: rules)
    keepAppointment = KeepAppointment(books: books)
    remindAppointments = RemindAppointments(books: books)
  }

  /// Writes the words of messages by the rules in force.
  var renderer: MessageRenderer {
    let books = books
    return MessageRenderer { books.current }
  }

  /// When messages may disturb, by the rules in force.
  var timing: @Sendable () -> NoticeTiming {
    let books = books
    return { books.current.timing }
  }

  var timers: [String: TimerRunner.Handler] {
    let (digests, broadcasts, days) = (compileDigests, sendBroadcast, holdRecurringDays)
    let appointments = remindAppointments
    return [
      CompileDigests.timer: { try await digests($0, work: $1) },
      SendBroadcast.inviting: { try await broadcasts.invite($0, work: $1) },
      SendBroadcast.reminding: { try await broadcasts.remind($0, work: $1) },
      SendBroadcast.cancelling: { try await broadcasts.cancel($0, work: $1) },
      HoldRecurringDays.timer: { try await days($0, work: $1) },
      RemindAppointments.timer: { try await appointments($0, work: $1) },
    ]
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner, posts: IdempotentPosts) {
    TemplateRoutes(runner: runner, books: books, preview: previewMessage, attempt: tryRules).register(on: routes)
    DocumentRoutes(runner: runner).register(on: routes)
    AddresseeRoutes(runner: runner, keep: keepAddressee, contacts: showContacts).register(on: routes)
    BroadcastRoutes(runner: runner, posts: posts, plan: planBroadcast).register(on: routes)
    AttendanceRoutes(runner: runner, posts: posts, take: takeAttendance).register(on: routes)
    AppointmentRoutes(runner: runner, posts: posts, keep: keepAppointment).register(on: routes)
  }

  /// Refuses rules about messages that name what is not there.
  static func check(_ rules: RuleBook) throws {
    do {
      try CheckNoticeRules.check(rules, today: ShanghaiTime.day(of: Date()))
    } catch let error as NoticeBookError {
      throw CommandFailure(
        .data, error.description, remedy: "Correct the rules about messages; their form is in deploy/rules/README.md.")
    }
  }
}
