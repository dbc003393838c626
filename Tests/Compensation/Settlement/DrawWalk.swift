import Civics
import Contracts
import FoundationEssentials

@testable import Compensation

/// A joint draw on its way, without any store.
struct DrawWalk {
  private(set) var draw: ExpertDraw
  private(set) var told: [any EventPayload]
  var pool: [Expert]
  let now: Date
  /// The seeds of the parties, by contributor.
  let seeds: [PanelParty: DrawSeed]

  /// - Parameter pool: how many experts there are; the first is employed by the obligor.
  init(pool count: Int, panelSize: Int? = nil, at now: Date) throws {
    let rules = try Fixtures.rules(at: now)
    var wish = OpenExpertDraw(caseId: UUID(), fields: [.surfaceWater])
    wish.panelSize = panelSize
    let opened = try ExpertDraw.open(
      wish, id: UUID(), region: "350600", cases: [try Fixtures.opened(at: now)], rules: rules, at: now)
    draw = opened.draw
    told = [opened.event]
    pool = try (0..<count).map { try Self.expert($0 + 1, employer: $0 == 0 ? Fixtures.firm : nil) }
    self.now = now
    seeds = [
      .bureau: try .random(contributor: "bureau"), .obligor: try .random(contributor: "obligor"),
    ]
  }

  static func expert(
    _ number: Int, employer: String? = nil, interests: [String] = [], fields: [ExpertField] = [.surfaceWater]
  ) throws -> Expert {
    let digits = String(number)
    var object = JSONObject()
    object.set("region", "350600")
    object.set("level", code: PoolLevel.city)
    object.set("name", "专家\(number)")
    object.set("fields", codes: fields)
    object.set("grade", "SENIOR")
    object.set("employer", "某研究院")
    object.set("employerKey", employer)
    object.set("interests", interests)
    return Expert(
      number: "E350600-" + String(repeating: "0", count: 4 - digits.utf8.count) + digits,
      form: try ExpertForm(json: .object(object), path: "form"), version: 0)
  }

  @discardableResult
  mutating func take<Step: DrawStep>(_ step: Step) throws -> [any EventPayload] {
    var changed = draw
    let panel = Set(draw.panel)
    let experts =
      switch Step.experts {
      case .nobody: [Expert]()
      case .candidates: pool
      case .panel: pool.filter { panel.contains($0.number) }
      }
    let events = try step.take(on: &changed, in: DrawCircumstances(now: now, experts: experts))
    draw = changed
    told += events
    return events
  }

  /// Both parties commit to their seeds.
  mutating func commit() throws {
    for (party, seed) in seeds {
      try take(CommitSeed(party: party, commitment: seed.commitment(for: draw.purpose)))
    }
  }

  mutating func reveal(_ party: PanelParty) throws {
    guard let seed = seeds[party] else { throw Fixtures.Missing() }
    try take(RevealSeed(party: party, seed: seed.hexadecimal))
  }

  /// All the way to a panel.
  mutating func drawPanel() throws {
    try commit()
    try take(FixPool())
    try reveal(.bureau)
    try reveal(.obligor)
    try take(MakeDraw())
  }

  func latest<Event: EventPayload>(_ type: Event.Type = Event.self) -> Event? { told.last { $0 is Event } as? Event }
}
