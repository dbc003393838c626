import Civics
import Contracts

/// What the rule packs say of figures: the nine indicators, the measures they are made of, the channels and their units.
struct FigureRules: Sendable {
  /// How a channel is shown and counted.
  struct Channel: Sendable, Equatable {
    let code: String
    let name: String
    /// 信、访、网、电, by code.
    let classCode: String
    let className: String
    /// 件次 or 批次: counts of different units are never added up.
    let unit: String
  }

  let indicators: [Indicator]
  let channels: [Channel]
  /// The kinds of harm by code.
  let kinds: [String: String]
  /// Each measure's name and the day it is counted on.
  let measures: [FigureMeasure: (name: String, day: String)]

  init(_ rules: RulesInForce) throws(RuleLookupError) {
    let reference = try rules.reference("petition.indicators")
    var indicators: [Indicator] = []
    for row in try rules.table("petition.indicators").rows { indicators.append(try Indicator(row, rule: reference)) }
    self.indicators = indicators
    let classes = try rules.table("petition.classes")
    var channels: [Channel] = []
    for row in try rules.table("petition.channels").rows {
      let code = try row.text("code")
      // The class follows from the channel, here as on the topics.
      let classCode = IntakeChannel(rawValue: code)?.intakeClass.rawValue.uppercased() ?? ""
      channels.append(
        Channel(
          code: code, name: try row.text("name"), classCode: classCode,
          className: try classes.row(where: "code", is: classCode)?.text("name") ?? classCode,
          unit: try row.text("unit")))
    }
    self.channels = channels
    var kinds: [String: String] = [:]
    for row in try rules.table("petition.pollution-types").rows {
      // Written AIR and SOLID_WASTE in the packs, air and solid-waste on the topics.
      kinds[String(try row.text("code").lowercased().map { $0 == "_" ? "-" : $0 })] = try row.text("name")
    }
    self.kinds = kinds
    var measures: [FigureMeasure: (name: String, day: String)] = [:]
    for row in try rules.table("petition.measures").rows {
      guard let measure = FigureMeasure(rawValue: try row.text("code")) else { continue }
      measures[measure] = (try row.text("name"), try row.text("day"))
    }
    self.measures = measures
  }

  /// The units in the order of the channels.
  var units: [String] { channels.reduce(into: []) { if !$0.contains($1.unit) { $0.append($1.unit) } } }

  /// The unit of a channel; one that the packs do not know counts as they come.
  func unit(of channel: String) -> String { channels.first { $0.code == channel }?.unit ?? units.first ?? "" }

  /// The names of measures, `a + b`.
  func names(_ measures: [FigureMeasure]) -> String {
    measures.map { self.measures[$0]?.name ?? $0.rawValue }.joined(separator: " + ")
  }
}
