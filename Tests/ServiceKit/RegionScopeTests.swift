import Testing

@testable import ServiceKit

@Suite("The territory of a region code")
struct RegionScopeTests {
  @Test(
    "A region covers itself and what lies below it",
    arguments: [
      ("360000", "360000"), ("360000", "360400"), ("360000", "360426"), ("360400", "360426"), ("360426", "360426"),
      ("000000", "110000"), ("100000", "100010"),
    ])
  func covers(scope: String, region: String) throws {
    #expect(try #require(RegionScope(scope)).covers(region))
  }

  @Test(
    "A region covers neither its neighbours, nor what it is part of, nor what is no region",
    arguments: [
      ("360400", "360000"), ("360426", "360400"), ("360400", "360500"), ("360426", "360427"), ("360000", "370000"),
      ("360000", ""), ("360000", "3604"), ("360000", "3604260"), ("000000", "abcdef"), ("360000", "36０４26"),
    ])
  func coversNot(scope: String, region: String) throws {
    #expect(try #require(RegionScope(scope)).covers(region) == false)
  }

  @Test("Only six digits are a code", arguments: ["", "36", "36040", "3604000", "36040a", "３６０４００", "-36040"])
  func refused(text: String) {
    #expect(RegionScope(text) == nil)
  }
}
