import Contracts
import FoundationEssentials

/// A subscriber who knows the contract alone: follows a case by its events and says what it could misread.
struct CaseReader {
  /// Where the case stands, as the events say.
  private(set) var status = PetitionStatus.received
  private(set) var objections: [String] = []
  private var last: Date?
  private var lastHand = PetitionStatus.assigned
  private var before = PetitionStatus.received
  private var round = Round()
  private var hasReopened = false
  private var isDecided = false
  private var isTransferOpen = false
  private var isPaused = false
  private var supervision: SupervisionLevel?
  private var reviews = 0
  private var openReview: ReviewLevel?
  private var isFinal = false
  private var isFiled = false
  private var missed: [String: Int] = [:]

  private struct Round {
    var isWithUnit = false
    var isHandled = false
    var isConcluded = false
    var isRechecked = false
    var isPublished = false
  }

  mutating func read(_ event: any EventPayload) {
    need(event.recordKey.isEmpty == false, event, "no key")
    need((try? Self.again(event)) == true, event, "not what its schema says")
    if let at = event.json["at"]?.string.flatMap(RFC3339.date(from:)) {
      need(last.map { $0 <= at } ?? true, event, "older than the one before")
      last = at
    }
    need(!(isFinal && isFiled) || event is PetitionNotified, event, "after the end")
    switch event {
    case is PetitionAccepted, is PetitionRefused: decide(event)
    case is PetitionAssigned, is PetitionTransferred, is PetitionTakenOver, is PetitionObjected,
      is PetitionObjectionDecided, is PetitionInvestigated:
      hand(event)
    case is PetitionHandled, is PetitionVerified, is PetitionConcluded, is PetitionRechecked, is PetitionPublished,
      is PetitionCalledBack, is PetitionArchived:
      work(event)
    case is PetitionReopened, is PetitionReviewRequested, is PetitionReviewDecided: contest(event)
    default: watch(event)
    }
  }

  private mutating func need(_ condition: Bool, _ event: any EventPayload, _ sentence: String) {
    if !condition { objections.append("\(type(of: event).type): \(sentence)") }
  }

  private mutating func decide(_ event: any EventPayload) {
    need(status == .received && !isDecided, event, "decided twice")
    isDecided = true
    status = event is PetitionAccepted ? .accepted : .refused
  }

  private mutating func hand(_ event: any EventPayload) {
    need(isDecided && status != .refused && !isFiled, event, "not accepted, or filed")
    switch event {
    case is PetitionAssigned, is PetitionTransferred:
      need(!isTransferOpen && !round.isHandled, event, "a transfer is open, or the case handled")
      round.isWithUnit = true
      lastHand = event is PetitionAssigned ? .assigned : .transferred
      status = lastHand
      if let transfer = event as? PetitionTransferred {
        isTransferOpen = true
        if transfer.supervised, supervision == nil { supervision = .ordinary }
      }
    case is PetitionTakenOver:
      need(isTransferOpen && status != .objected, event, "nothing to take over")
      isTransferOpen = false
    case is PetitionObjected:
      need(isTransferOpen && status == .transferred, event, "nothing to object to")
      status = .objected
    case let decided as PetitionObjectionDecided:
      need(status == .objected, event, "nobody objects")
      if decided.upheld {
        isTransferOpen = false
        round.isWithUnit = false
        status = hasReopened ? .reopened : .accepted
      } else {
        status = .transferred
      }
    default: need(round.isWithUnit, event, "no unit has it")
    }
  }

  private mutating func work(_ event: any EventPayload) {
    if status != .refused { need(round.isWithUnit && !isTransferOpen, event, "no unit has it") }
    switch event {
    case is PetitionHandled:
      need(!round.isConcluded || !round.isRechecked, event, "answered and checked already")
      round.isHandled = true
      status = .handled
    case is PetitionConcluded:
      need(round.isHandled && !round.isConcluded && !isPaused, event, "not handled, answered, or paused")
      round.isConcluded = true
      status = .concluded
    case let check as PetitionRechecked:
      need(round.isHandled && !round.isRechecked, event, "not handled, or checked already")
      round.isRechecked = check.passed
      status = check.passed ? .rechecked : lastHand
      if !check.passed {
        round.isHandled = false
        round.isConcluded = false
        if !isFinal { reviews = 0 }
      }
    case is PetitionPublished:
      need(round.isConcluded && round.isRechecked && !round.isPublished, event, "not answered or not checked")
      round.isPublished = true
      status = .published
    case is PetitionArchived:
      need(status == .refused || round.isPublished, event, "a step was skipped")
      need(openReview == nil && !isPaused, event, "something is under way")
      isFiled = true
      status = isFinal ? .final : .archived
    case is PetitionCalledBack: need(round.isRechecked, event, "not checked")
    default: need(round.isHandled, event, "not handled")
    }
  }

  private mutating func contest(_ event: any EventPayload) {
    need(round.isConcluded && !isFinal, event, "there is no answer, or it is final")
    switch event {
    case let request as PetitionReviewRequested:
      need(openReview == nil && request.level == (reviews == 0 ? .review : .reexamination), event, "out of order")
      openReview = request.level
      before = status
      status = request.level == .review ? .underReview : .underReexamination
    case let decided as PetitionReviewDecided:
      need(openReview == decided.level && decided.final == (decided.level == .reexamination), event, "out of order")
      openReview = nil
      reviews += 1
      isFinal = decided.final
      status = isFinal && isFiled ? .final : before
    default:
      need(openReview == nil && !isPaused, event, "something is under way")
      round = Round()
      reviews = 0
      hasReopened = true
      isFiled = false
      status = .reopened
    }
  }

  private mutating func watch(_ event: any EventPayload) {
    switch event {
    case is PetitionPaused:
      need(!isPaused, event, "paused already")
      isPaused = true
    case is PetitionResumed:
      need(isPaused, event, "not paused")
      isPaused = false
    case let missed as PetitionOverdue: runOut(missed)
    case let warned as PetitionWarned: need(warned.at < warned.upcoming.due, event, "warned of what is past")
    case let up as PetitionEscalated:
      let key = Self.key(up.missed)
      need(missed[key] == up.level - 1, event, "level \(up.level) out of order")
      missed[key] = up.level
    case let supervised as PetitionSupervised:
      need(supervision != .listed || supervised.level == .listed, event, "less strict than before")
      supervision = supervised.level
    case let lifted as PetitionSupervisionLifted:
      need(supervision == lifted.level, event, "not supervised so")
      supervision = nil
    default: break
    }
  }

  private mutating func runOut(_ event: PetitionOverdue) {
    let key = Self.key(event.missed)
    need(event.at >= event.missed.due && missed[key] == nil, event, "told before, or not out")
    need(event.status == status, event, "tells another status")
    missed[key] = 0
    if event.missed.rule == "petition.acceptance" { need(status == .received, event, "decided already") }
    if event.missed.rule == "petition.conclusion" { need(!round.isConcluded, event, "answered already") }
  }

  private static func key(_ date: DueDate) -> String {
    "\(date.rule) \(date.start.timeIntervalSince1970) \(date.due.timeIntervalSince1970)"
  }

  private static func again<Event: EventPayload>(_ event: Event) throws -> Bool { try Event(json: event.json) == event }
}
