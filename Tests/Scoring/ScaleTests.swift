import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("The scale and its colours")
struct ScaleTests {
  @Test(
    "the ends belong to the colours that claim them",
    arguments: [
      (10_000, Colour.green), (9_000, .green), (8_999, .yellow), (7_001, .yellow), (7_000, .red), (0, .red),
    ])
  func ends(hundredths: Int, colour: Colour) throws {
    #expect(try Fixtures.scale("lintong").colour(of: Points(hundredths: hundredths)) == colour)
  }

  @Test("points are exact to the hundredth, and a rule with more decimals is refused")
  func hundredths() throws {
    #expect(Points(try #require(Ratio("89.99")))?.hundredths == 8_999)
    #expect(Points(try #require(Ratio("0.1")))?.decimal.description == "0.1")
    #expect(Points(try #require(Ratio("-2.50")))?.decimal.description == "-2.5")
    #expect(Points(90).decimal.description == "90")
    #expect(Points(try #require(Ratio("1/3"))) == nil)
    #expect(Points(try #require(Ratio("0.001"))) == nil)
    #expect(Points(Ratio(Int.max)) == nil)
    #expect(Points(Ratio(Int.min)) == nil)
  }

  @Test("a firm is recommended for the positive list only where the rules say so, and only when green")
  func recommendation() throws {
    #expect(try Fixtures.scale("lintong").recommendsPositiveList(.green))
    #expect(try !Fixtures.scale("lintong").recommendsPositiveList(.yellow))
    #expect(try !Fixtures.scale("national").recommendsPositiveList(.green))
  }

  @Test("a citation is cut to what the contract takes, between characters")
  func articles() {
    #expect(Article.text("短") == "短")
    let cut = Article.text(String(repeating: "条", count: 100))
    #expect(cut.utf8.count == 255 && cut.allSatisfy { $0 == "条" })
  }
}
