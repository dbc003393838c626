import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Damage in yuan")
struct DamageTests {
  private let rules: DamageRules

  init() throws { rules = DamageRules(try Fixtures.rules(at: try Fixtures.instant(2026, 1, 6)).rules) }

  private func ratio(_ text: String) throws -> Ratio { try #require(Ratio(text)) }

  private func discharge(_ quantity: String, _ cost: String) throws -> Discharge {
    Discharge(
      try ratio(quantity), source: "监测报告", cost: UnitCost(try ratio(cost), basis: .survey, reference: "污水处理厂合同"))
  }

  private func cited(_ text: String) throws -> CitedCoefficient {
    CitedCoefficient(try ratio(text), reason: "专家意见")
  }

  private func water(
    _ quantity: String, _ cost: String, hazard: String, measured: String, limit: String,
    in water: SurfaceWaterClass
  ) throws -> DamageInput {
    DamageInput(
      .water(
        WaterVirtualCost(
          discharge: try discharge(quantity, cost), hazard: try cited(hazard),
          exceedance: .measured([Pollutant("COD", measured: try ratio(measured), limit: try ratio(limit))]),
          function: .surfaceWater(water))))
  }

  @Test func `the older method: 145,624 t at 22 yuan, 4.5 times`() throws {
    func older(_ multiplier: String, in water: SurfaceWaterClass = .third) throws -> DamageInput {
      DamageInput(
        .multiplier(
          MultiplierCost(
            discharge: try discharge("145624", "22"), surfaceWater: water, multiplier: try cited(multiplier))))
    }
    let sum = try older("4.5").sum(rules)
    #expect(sum.amountFen == 1_441_677_600)
    #expect(sum.heads == [LossLine(head: .restoration, amountFen: 1_441_677_600)])
    #expect(sum.derivation.contains { $0.contains("145624 × 22 × 4.5 = 14416776.00 元") })
    #expect(sum.rules.contains { $0.rule == "compensation.multiplier-2014" && $0.version.utf8.count == 64 })
    for (multiplier, water) in [("4.49", SurfaceWaterClass.third), ("6.01", .third), ("8", .first), ("3.1", .fifth)] {
      #expect(throws: DamageError.self) { try older(multiplier, in: water).sum(rules) }
    }
    #expect(try older("6").sum(rules).amountFen == 1_922_236_800)
    #expect(try older("8.5", in: .first).sum(rules).amountFen > 0)
  }

  @Test func `water: κ 3.272 gives τ 1.25, class Ⅴ ω 1.5, and rounding comes once, at the end`() throws {
    let sum = try water("142420", "0.634", hazard: "1", measured: "21.36", limit: "5", in: .fifth).sum(rules)
    #expect(sum.amountFen == 16_930_178)
    #expect(sum.derivation.contains { $0.contains("= 3.272") })
    #expect(sum.derivation.contains { $0.hasPrefix("τ 超标系数 = 1.25") })
    #expect(sum.derivation.contains { $0.hasPrefix("ω 环境功能系数 = 1.5") && $0.contains("Ⅴ类") })
    let other = DamageInput(
      .water(
        WaterVirtualCost(
          discharge: try discharge("10000", "0.9"), hazard: try cited("1.5"), exceedance: .cited(try cited("1.5")),
          function: .cited(try cited("2")))))
    #expect(try other.sum(rules).amountFen == 4_050_000)
    // The firm of December 2023: 1,579.50 yuan.
    #expect(
      try water("500", "1.8", hazard: "1.3", measured: "4", limit: "5", in: .fourth).sum(rules).amountFen == 204_750)
    #expect(
      try water("520", "1.62", hazard: "1", measured: "6", limit: "5", in: .fifth).sum(rules).amountFen == 157_950)
  }

  @Test(arguments: [
    ("5", "1"), ("5.0005", "1.25"), ("55", "1.25"), ("55.0005", "1.5"), ("505", "1.5"), ("5005", "1.75"),
    ("5005.0005", "2"), ("0", "1"),
  ])
  func `the exceedance has its own coefficient at each edge`(measured: String, tau: String) throws {
    let sum = try water("1", "100", hazard: "1", measured: measured, limit: "5", in: .fifth).sum(rules)
    #expect(sum.derivation.contains { $0.hasPrefix("τ 超标系数 = \(tau)(") }, "\(sum.derivation)")
  }

  @Test func `the worst pollutant counts`() throws {
    let pollutants = [
      Pollutant("COD", measured: try ratio("60"), limit: try ratio("50")),
      Pollutant("TP", measured: try ratio("60"), limit: try ratio("0.5")),
      Pollutant("TN", measured: try ratio("1"), limit: try ratio("15")),
    ]
    let input = WaterVirtualCost(
      discharge: try discharge("1", "1"), hazard: try cited("1"), exceedance: .measured(pollutants),
      function: .surfaceWater(.fifth))
    let sum = try DamageInput(.water(input)).sum(rules)
    #expect(sum.derivation.contains { $0.hasPrefix("τ 超标系数 = 1.75") && $0.contains("κ 最大为 119") })
  }

  @Test func `coefficients out of range and limits of nothing are refused with the field`() throws {
    for hazard in ["0.99", "2.01"] {
      let error = #expect(throws: DamageError.self) {
        try water("1", "1", hazard: hazard, measured: "6", limit: "5", in: .first).sum(rules)
      }
      guard case .outOfRange("water.hazard.value", _, _, _)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    for function in ["1.49", "2.51"] {
      let input = WaterVirtualCost(
        discharge: try discharge("1", "1"), hazard: try cited("1"), exceedance: .cited(try cited("1")),
        function: .cited(try cited(function)))
      #expect(throws: DamageError.self) { try DamageInput(.water(input)).sum(rules) }
    }
    #expect(throws: DamageError.zeroLimit(field: "water.pollutants[0].limit")) {
      try water("1", "1", hazard: "1", measured: "6", limit: "0", in: .first).sum(rules)
    }
    #expect(throws: DamageError.tooLarge) {
      try water("1000000000000", "1000000000000", hazard: "1", measured: "6", limit: "5", in: .first).sum(rules)
    }
  }

  @Test func `air adds the function to hazard times sensitivity, then multiplies by the exceedance`() throws {
    let air = AirVirtualCost(
      discharge: try discharge("100", "3.2"), hazard: try cited("1.5"), sensitivity: try cited("2"),
      function: try cited("1"), exceedance: try cited("1.25"))
    #expect(try DamageInput(.air(air)).sum(rules).amountFen == 160_000)
  }

  @Test func `five heads of loss stand as lines of their own`() throws {
    let losses = LossHead.allCases.enumerated().map {
      LossItem($0.element, amountFen: Int64($0.offset + 1), reference: "票据")
    }
    let sum = try DamageInput(.itemised, losses: losses + [losses[2]]).sum(rules)
    #expect(sum.heads.map(\.head) == LossHead.allCases && sum.amountFen == 18)
    #expect(sum.heads[2].amountFen == 6)
  }

  @Test func `a share of the fine is a baseline, of the fine that was told`() throws {
    func baseline(_ fine: Int64?, told: [FineBasis: Int64] = [:], _ basis: FineBasis = .discretion) throws -> Int64 {
      try DamageInput(.baseline(BaselineShare(basis: basis, fineFen: fine, noCostMethod: "无法核算排放数量"))).sum(
        rules, fines: told
      ).amountFen
    }
    #expect(try baseline(6_000_000) == 600_000)
    #expect(try baseline(1_234_567) == 123_457)
    #expect(try baseline(nil, told: [.discretion: 6_000_000, .decided: 3_400_000]) == 600_000)
    #expect(try baseline(nil, told: [.discretion: 6_000_000, .decided: 3_400_000], .decided) == 340_000)
    #expect(throws: DamageError.fineUnknown(.planned)) { try baseline(nil, .planned) }
    #expect(throws: DamageError.fineDiffers(basis: .discretion, toldFen: 7)) {
      try baseline(8, told: [.discretion: 7])
    }
  }

  @Test func `a simple case reaches to 300,000 yuan and not a fen further`() throws {
    func check(_ fen: Int64, facts: Bool = true, undisputed: Bool = true) throws {
      try SimpleCase(factsSimple: facts, liabilityUndisputed: undisputed).check(fen, rules)
    }
    try check(30_000_000)
    #expect(throws: DamageError.self) { try check(30_000_001) }
    #expect(throws: DamageError.self) { try check(1, facts: false) }
    #expect(throws: DamageError.self) { try check(1, undisputed: false) }
  }

  @Test func `what is entered is read back as it was written, and absurd numbers are refused by their field`() throws {
    let input = try water("142420", "0.634", hazard: "1", measured: "21.36", limit: "5", in: .fifth)
    let report = DamageReport(
      input, form: .expertOpinion, simple: SimpleCase(factsSimple: true, liabilityUndisputed: true))
    #expect(try DamageReport(json: report.json, path: "body") == report)
    func refused(_ change: (inout JSONObject) -> Void) throws -> String? {
      var discharge = try #require(try discharge("1", "1").json.object)
      change(&discharge)
      do throws(ContractViolation) {
        _ = try Discharge(json: .object(discharge), path: "body")
        return nil
      } catch {
        return error.field
      }
    }
    #expect(try refused { $0["quantity"] = -1 } == "body.quantity")
    #expect(try refused { $0["quantity"] = 0 } == "body.quantity")
    #expect(try refused { $0["quantity"] = .number("1e13") } == "body.quantity")
    #expect(try refused { $0["quantity"] = .number("0.1234567890123") } == "body.quantity")
    #expect(try refused { $0["unit"] = "bucket" } == "body.unit")
    #expect(try refused { $0["cost"] = ["yuan": -2, "basis": "survey", "reference": "r"] } == "body.cost.yuan")
    #expect(try refused { _ in } == nil)
  }
}
