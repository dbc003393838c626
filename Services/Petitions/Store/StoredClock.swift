import Contracts
import FoundationEssentials
import Postgres

/// A clock as it stands in its petition's row: its basis by id.
struct StoredClock: JSONConvertible {
  let basis: UUID
  let start: Date
  let metAt: Date?
  let overdueAt: Date?
  let warned: Int
  let escalated: Int
  let changes: DeadlineChanges?

  init(_ clock: Deadline) {
    basis = clock.basis.id
    start = clock.start
    metAt = clock.metAt
    overdueAt = clock.overdueAt
    warned = clock.warned
    escalated = clock.escalated
    changes = clock.changes
  }

  init(fields: JSONFields) throws(ContractViolation) {
    basis = try fields.uuid("basis")
    start = try fields.instant("start")
    metAt = try fields.optionalInstant("metAt")
    overdueAt = try fields.optionalInstant("overdueAt")
    warned = try fields.optionalInteger("warned") ?? 0
    escalated = try fields.optionalInteger("escalated") ?? 0
    changes = try fields.optionalObject("changes")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("basis", basis)
    object.set("start", start)
    object.set("metAt", metAt)
    object.set("overdueAt", overdueAt)
    object.set("warned", warned == 0 ? nil : warned)
    object.set("escalated", escalated == 0 ? nil : escalated)
    object.set("changes", changes)
    return .object(object)
  }

  /// - Returns: nil when the basis is not among those given.
  func clock(_ bases: [UUID: DeadlineBasis]) -> Deadline? {
    bases[basis].map {
      Deadline(
        basis: $0, start: start, metAt: metAt, overdueAt: overdueAt, warned: warned, escalated: escalated,
        changes: changes)
    }
  }

  /// The clocks that a row tells of; one without a list has but the clock of receipt, untouched.
  /// - Returns: nil when a basis is not among those given.
  static func clocks(
    _ stored: [StoredClock], received: Date, acceptance: UUID, _ bases: [UUID: DeadlineBasis]
  ) -> [Deadline]? {
    guard !stored.isEmpty else { return bases[acceptance].map { [Deadline(basis: $0, start: received)] } }
    let clocks = stored.compactMap { $0.clock(bases) }
    return clocks.count == stored.count ? clocks : nil
  }

  /// Clocks for a row; nil while there is but the one of receipt, untouched.
  static func column(_ clocks: [Deadline]) -> PostgresJSON? {
    if clocks.count == 1, clocks[0].isUntouched { return nil }
    return PostgresJSON(JSON.array(clocks.map { StoredClock($0).json }).bytes)
  }

  static func read(_ text: String) throws -> [StoredClock] {
    guard let list = try JSON(parsing: Array(text.utf8), limits: .storedFile).array else { return [] }
    var clocks: [StoredClock] = []
    for (index, json) in list.enumerated() { clocks.append(try StoredClock(json: json, path: "clocks[\(index)]")) }
    return clocks
  }
}
