import Civics
import Contracts
import FoundationEssentials

/// The rules of a bureau's profile that petitions live by, at one instant.
struct PetitionRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let routing = "petition.routing"
    static let latestAhead = "petition.intake.latest-ahead"
    static let earliest = "petition.intake.earliest"
    static let callBackRequired = "petition.call-back.required"
  }

  let rules: RulesInForce
  let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar = .builtIn) {
    self.rules = rules
    self.calendar = calendar
  }

  /// The calendar in one line: two that read the same count the same.
  var calendarText: String { PetitionRules.text(of: calendar) }

  static func text(of calendar: WorkingCalendar) -> String {
    calendar.years.map { "\($0.year) \($0.working.map(\.description)) \($0.rest.map(\.description))" }.joined()
  }

  /// How far off the instants of a complaint may be. Where the packs are silent, the contract's own bounds hold.
  func clockBounds(at now: Date) -> ClockBounds {
    var bounds = ClockBounds()
    if let ahead = try? rules.duration(Key.latestAhead) { bounds.ahead = TimeInterval(ahead.components.seconds) }
    if let earliest = try? rules.day(Key.earliest) {
      bounds.behind = max(0, now.timeIntervalSince(ShanghaiTime.start(of: earliest)))
    }
    return bounds
  }

  /// Whether a case may be archived only after the petitioner was called back; where the packs are silent it must.
  var requiresCallBack: Bool { (try? rules.flag(Key.callBackRequired)) ?? true }

  /// The bureau of a division, whatever the kind: by the routing table, else the one named after the division.
  func unit(for region: RegionCode) -> String {
    let own = "eco-\(region)"
    guard let table = try? rules.table(Key.routing) else { return own }
    return RoutingTable(table, fallback: own).route(RoutingPlace(region: region), nil).unit
  }
}
