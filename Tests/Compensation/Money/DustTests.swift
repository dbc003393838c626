import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Dust of uncovered heaps")
struct DustTests {
  private let rules: DamageRules

  init() throws { rules = DamageRules(try Fixtures.rules(at: try Fixtures.instant(2026, 1, 6)).rules) }

  private func ratio(_ text: String) throws -> Ratio { try #require(Ratio(text)) }

  @Test func `loading at the reference wind and moisture is the guide's plain factor`() throws {
    var sheet = DamageWorksheet()
    let emission = DustEmission(
      particle: .total,
      loading: DustLoading(tonnes: try ratio("1000"), wind: try ratio("2.2"), moisture: try ratio("2")))
    // 0.74 × 0.0016 kg/t × 1,000 t.
    #expect(try emission.kilograms(rules, &sheet) == ratio("1.184"))
    let half = DustEmission(
      particle: .fine, efficiency: try ratio("0.5"),
      loading: DustLoading(tonnes: try ratio("1000000"), wind: try ratio("2.2"), moisture: try ratio("2")))
    #expect(try half.kilograms(rules, &sheet) == ratio("42.4"))
    #expect(sheet.rules.map(\.rule) == ["compensation.dust", "compensation.dust.parameters"])
  }

  @Test func `wind below the threshold moves nothing, above it by the guide's square`() throws {
    func eroded(_ wind: String) throws -> Ratio {
      var sheet = DamageWorksheet()
      return try DustEmission(
        particle: .total,
        erosion: WindErosion(
          area: try ratio("1000"), winds: [try ratio(wind)], height: try ratio("10"), threshold: try ratio("1"),
          surroundings: .suburb)
      ).kilograms(rules, &sheet)
    }
    #expect(try eroded("9") == .zero)
    // u* = 0.4 × 19.560115 ÷ ln 50 = 2 at 19.560115 m/s: 58 × 1 + 25 × 1 = 83 g/m².
    let strong = try eroded("19.560115").approximate
    #expect((strong - 83).magnitude < 0.01, "\(strong)")
  }

  @Test func `the series give what tables of logarithms give`() {
    #expect((Series.logarithm(2.718_281_828_459_045) - 1).magnitude < 1e-15)
    #expect((Series.power(2.2, 1.3) - 2.787_080_322_424_253).magnitude < 1e-12)
    #expect(Series.power(0, 1.3) == 0 && Series.power(5, 0) == 1 && Series.logarithm(0) == -.infinity)
    for number in stride(from: 0.013, to: 90, by: 0.37) {
      let back = Series.power(number, 2)
      #expect((back / (number * number) - 1).magnitude < 1e-13)
    }
  }
}
