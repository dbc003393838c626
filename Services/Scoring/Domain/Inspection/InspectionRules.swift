import Civics
import Contracts
import FoundationEssentials

/// How often and how units are inspected, as the rule packs say at one instant.
struct InspectionRules: Sendable {
  /// What makes inspections more frequent than the colour alone.
  struct Intensification: Sendable {
    let reason: FrequencyReason
    let threshold: Int
    /// How many steps up the order of frequencies.
    let steps: Int
  }

  enum Key {
    static let frequencies = "scoring.inspection.frequencies"
    static let order = "scoring.inspection.order"
    static let intensified = "scoring.inspection.intensified"
  }

  let window: RecordWindow
  let reference: Contracts.RuleReference
  let intensifications: [Intensification]
  let noDisturbGroups: Set<String>
  let noDisturbColours: Set<String>
  let noDisturbPerYear: Ratio
  /// Whether complaints and repeated violations win over a class that is not disturbed (SCO-10 over SCO-09).
  let complaintsWin: Bool
  let specialComplaints: Int
  let specialCauses: Set<String>
  /// Colours supervised from afar first.
  private let offSiteFirst: Set<String>
  /// The codes from the most seldom to the most frequent, each with its inspections a year.
  private let steps: [(code: String, perYear: Ratio)]
  private let unratedAs: String

  init(_ rules: RulesInForce) throws(ScoringError) {
    do throws(RuleLookupError) {
      window = RecordWindow(period: try rules.period("scoring.inspection.record-window"))
      reference = try rules.contractReference(Key.frequencies)
      unratedAs = try rules.text("scoring.inspection.unrated-as")
      let table = try rules.table(Key.frequencies)
      var steps: [(code: String, perYear: Ratio)] = []
      for code in try rules.list(Key.order) {
        if let row = table.row(where: "code", is: code) { steps.append((code, try row.number("per-year"))) }
      }
      self.steps = steps
      var intensifications: [Intensification] = []
      for row in try rules.table(Key.intensified).rows {
        let code = try row.text("code")
        guard let reason = FrequencyReason(rawValue: InspectionRules.hyphened(code)) else { continue }
        intensifications.append(
          Intensification(
            reason: reason, threshold: max(1, try row.integer("threshold")), steps: try row.integer("steps")))
      }
      self.intensifications = intensifications
      noDisturbGroups = Set(try rules.list("scoring.no-disturb.classes"))
      noDisturbColours = Set(try rules.list("scoring.no-disturb.colours"))
      noDisturbPerYear = try rules.number("scoring.no-disturb.per-year")
      complaintsWin = try rules.flag("scoring.no-disturb.complaints-win")
      specialComplaints = max(1, try rules.integer("scoring.inspection.special.verified-complaints"))
      specialCauses = Set(try rules.list("scoring.inspection.special.causes"))
      var offSiteFirst: Set<String> = []
      if rules.has(Scale.Key.measures) {
        for row in try rules.table(Scale.Key.measures).rows where try row.text("code") == "OFF_SITE_FIRST" {
          offSiteFirst.insert(try row.text("colour"))
        }
      }
      self.offSiteFirst = offSiteFirst
    } catch {
      throw .rule(error)
    }
    // freq(green) < base < freq(yellow) < freq(red), or the colours would steer nothing.
    guard !steps.isEmpty, zip(steps, steps.dropFirst()).allSatisfy({ $0.perYear < $1.perYear }) else {
      throw .ruleUnusable(key: Key.order, reason: "each must be inspected more often than the one before")
    }
    guard steps.contains(where: { $0.code == unratedAs }) else {
      throw .ruleUnusable(key: Key.frequencies, reason: "the frequency of unrated firms is missing")
    }
  }

  /// The place of a colour in the order of frequencies.
  func position(of colour: Colour) throws(ScoringError) -> Int {
    let code = colour == .unrated ? unratedAs : colour.rawValue.uppercased()
    guard let index = steps.firstIndex(where: { $0.code == code }) else {
      throw .ruleUnusable(key: Key.frequencies, reason: "\(code) has no frequency")
    }
    return index
  }

  /// Inspections a year at a place in the order; beyond the end, those of the end.
  func perYear(at position: Int) -> Ratio { steps[min(max(0, position), steps.count - 1)].perYear }

  func isOffSiteFirst(_ colour: Colour) -> Bool { offSiteFirst.contains(colour.rawValue.uppercased()) }

  private static func hyphened(_ code: String) -> String {
    String(code.lowercased().map { $0 == "_" ? "-" : $0 })
  }
}
