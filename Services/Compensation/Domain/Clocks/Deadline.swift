import Civics
import Contracts
import FoundationEssentials

/// One legal clock of one case, with why it ends when it ends.
struct Deadline: JSONConvertible {
  let kind: DeadlineKind
  /// As it ends now; as it ended before while the case is suspended.
  var dueDate: Contracts.DueDate
  /// The same without rolling past rest days: what the bureau works towards.
  var internalDue: Date
  /// The period as the rule states it.
  let period: LegalPeriod
  let pack: String
  let packVersion: String
  /// SHA-256 of the pack's canonical bytes.
  let packHash: String
  /// The steps of counting, as sentences.
  var derivation: [String]
  /// When its end is warned of, ascending.
  var warnings: [Date] = []
  /// How many of the warnings were given.
  var warned = 0
  /// Whether it stands still: a suspension of the case is approved.
  var isStanding = false
  /// When what it asks for was done.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?

  init(
    kind: DeadlineKind, dueDate: Contracts.DueDate, internalDue: Date, period: LegalPeriod, pack: String,
    packVersion: String, packHash: String, derivation: [String], warnings: [Date] = []
  ) {
    self.kind = kind
    self.dueDate = dueDate
    self.internalDue = internalDue
    self.period = period
    self.pack = pack
    self.packVersion = packVersion
    self.packHash = packHash
    self.derivation = derivation
    self.warnings = warnings
  }

  init(fields: JSONFields) throws(ContractViolation) {
    let dueDate: Contracts.DueDate = try fields.object("dueDate")
    kind = try fields.code("kind")
    self.dueDate = dueDate
    internalDue = try fields.instant("internalDue")
    // Rows of the first version know the length alone.
    let stated = try fields.optionalString("period").flatMap { LegalPeriod($0) }
    period = stated ?? LegalPeriod(dueDate.length, dueDate.count)
    pack = try fields.string("pack")
    packVersion = try fields.string("packVersion")
    packHash = try fields.string("packSha256")
    derivation = try fields.strings("derivation", maximum: 1024, limit: 1024)
    warnings = try fields.strings("warnings").compactMap { RFC3339.date(from: $0) }
    warned = try fields.optionalInteger("warned") ?? 0
    isStanding = try fields.optionalBool("standing") ?? false
    metAt = try fields.optionalInstant("metAt")
    overdueAt = try fields.optionalInstant("overdueAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", code: kind)
    object.set("dueDate", dueDate)
    object.set("internalDue", internalDue)
    object.set("period", period.description)
    object.set("pack", pack)
    object.set("packVersion", packVersion)
    object.set("packSha256", packHash)
    object.set("derivation", derivation)
    object.set("warnings", warnings.isEmpty ? nil : warnings.map { RFC3339.text(of: $0) })
    object.set("warned", warned == 0 ? nil : warned)
    object.set("standing", isStanding ? true : nil)
    object.set("metAt", metAt)
    object.set("overdueAt", overdueAt)
    return .object(object)
  }
}

extension Deadline {
  /// Whether it is a duty not done yet, whatever the time.
  var isOpen: Bool { metAt == nil }
  /// Whether it runs: neither met, nor standing, nor told to have run out.
  var isRunning: Bool { metAt == nil && overdueAt == nil && !isStanding }
  /// Whether it has run out and is not yet made good.
  var isOverdue: Bool { metAt == nil && overdueAt != nil }
  /// The next instant at which somebody must be told; nil when there is none.
  var attention: Date? {
    guard isRunning else { return nil }
    return warned < warnings.count ? min(warnings[warned], dueDate.due) : dueDate.due
  }
}

extension LegalPeriod {
  fileprivate init(_ length: Int, _ count: DayCount) {
    switch count {
    case .calendarDays: self = .calendarDays(length)
    case .workingDays: self = .workingDays(length)
    case .months: self = .months(length)
    }
  }
}
