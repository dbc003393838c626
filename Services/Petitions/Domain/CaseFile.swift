import Contracts
import FoundationEssentials

/// What has happened with a petition since it was received; empty at first, and then not stored at all.
///
/// Facts of the past are kept as the public events that told them.
struct CaseFile: JSONConvertible {
  @Boxed var accepted: PetitionAccepted? = nil
  @Boxed var refused: PetitionRefused? = nil
  @Boxed var custody: Custody? = nil
  @Boxed var assigned: PetitionAssigned? = nil
  var transfers: [PetitionTransferred] = []
  var findings: [Finding] = []
  @Boxed var handled: PetitionHandled? = nil
  @Boxed var concluded: PetitionConcluded? = nil
  var rechecks: [PetitionRechecked] = []
  @Boxed var published: PetitionPublished? = nil
  var calls: [PetitionCalledBack] = []
  @Boxed var archived: PetitionArchived? = nil
  @Boxed var draft: SummaryDraft? = nil
  @Boxed var summary: ApprovedSummary? = nil
  /// The divisions of those who handed the case over in the secret mode: they, and who is above them, see it whole.
  var keepers: [String] = []
  var contacts: [Contact] = []
  var notices: [Notice] = []
  var outcomes: [CaseOutcome] = []
  // What need not happen.
  @Boxed var supervision: Supervision? = nil
  @Boxed var pause: PetitionPaused? = nil
  var extensions: [PetitionExtended] = []
  var referrals: [PetitionCrimeReferred] = []
  var policeAnswers: [PetitionPoliceAnswered] = []
  var hearings: [PetitionHeard] = []
  var settlements: [PetitionSettled] = []
  var reviews: [Review] = []
  /// How many of them were of answers that no longer stand.
  var reviewsBefore = 0
  @Boxed var reopening: Reopening? = nil
  /// Staff who withdrew from the case (信访工作条例 第二十八条), as their tokens name them.
  var withdrawn: [String] = []
  /// How it stands among the petitions on its matter; nil while it stands alone.
  @Boxed var matter: Matter? = nil

  init() {}

  /// The last check on the spot of the present round, if it held.
  var passedRecheck: PetitionRechecked? {
    rechecks.dropFirst(reopening?.rechecks ?? 0).last.flatMap { $0.passed ? $0 : nil }
  }

  /// The calls of the present round.
  var currentCalls: ArraySlice<PetitionCalledBack> { calls.dropFirst(reopening?.calls ?? 0) }
  /// The reviews of the present answer.
  var currentReviews: ArraySlice<Review> { reviews.dropFirst(reviewsBefore) }
  /// The review that runs.
  var openReview: Review? { reviews.last.flatMap { $0.decided == nil ? $0 : nil } }
  /// Whether the answer was re-examined: nothing more is accepted (第三十六条).
  var isFinal: Bool { reviews.last?.decided?.final ?? false }

  init(fields: JSONFields) throws(ContractViolation) {
    accepted = try fields.optionalObject("accepted")
    refused = try fields.optionalObject("refused")
    custody = try fields.optionalObject("custody")
    assigned = try fields.optionalObject("assigned")
    transfers = try fields.objects("transfers", maximum: .max)
    findings = try fields.objects("findings", maximum: .max)
    handled = try fields.optionalObject("handled")
    concluded = try fields.optionalObject("concluded")
    rechecks = try fields.objects("rechecks", maximum: .max)
    published = try fields.optionalObject("published")
    calls = try fields.objects("calls", maximum: .max)
    archived = try fields.optionalObject("archived")
    draft = try fields.optionalObject("draft")
    summary = try fields.optionalObject("summary")
    keepers = try fields.strings("keepers", maximum: .max)
    contacts = try fields.objects("contacts", maximum: .max)
    notices = try fields.objects("notices", maximum: .max)
    outcomes = try fields.objects("outcomes", maximum: .max)
    supervision = try fields.optionalObject("supervision")
    pause = try fields.optionalObject("pause")
    extensions = try fields.objects("extensions", maximum: .max)
    referrals = try fields.objects("referrals", maximum: .max)
    policeAnswers = try fields.objects("policeAnswers", maximum: .max)
    hearings = try fields.objects("hearings", maximum: .max)
    settlements = try fields.objects("settlements", maximum: .max)
    reviews = try fields.objects("reviews", maximum: .max)
    reviewsBefore = try fields.optionalInteger("reviewsBefore") ?? 0
    reopening = try fields.optionalObject("reopening")
    withdrawn = try fields.strings("withdrawn", maximum: .max)
    matter = try fields.optionalObject("matter")
  }

  var json: JSON {
    var object = JSONObject()
    func set(_ name: String, _ list: [some JSONConvertible]) { if !list.isEmpty { object.set(name, list) } }
    object.set("accepted", accepted)
    object.set("refused", refused)
    object.set("custody", custody)
    object.set("assigned", assigned)
    set("transfers", transfers)
    set("findings", findings)
    object.set("handled", handled)
    object.set("concluded", concluded)
    set("rechecks", rechecks)
    object.set("published", published)
    set("calls", calls)
    object.set("archived", archived)
    object.set("draft", draft)
    object.set("summary", summary)
    object.set("keepers", keepers.isEmpty ? nil : keepers)
    set("contacts", contacts)
    set("notices", notices)
    set("outcomes", outcomes)
    object.set("supervision", supervision)
    object.set("pause", pause)
    set("extensions", extensions)
    set("referrals", referrals)
    set("policeAnswers", policeAnswers)
    set("hearings", hearings)
    set("settlements", settlements)
    set("reviews", reviews)
    object.set("reviewsBefore", reviewsBefore == 0 ? nil : reviewsBefore)
    object.set("reopening", reopening)
    object.set("withdrawn", withdrawn.isEmpty ? nil : withdrawn)
    object.set("matter", matter)
    return .object(object)
  }
}
