import Civics
import Testing

@Suite struct RegionCodeTests {
  @Test(
    "the divisions of the reports are known by name",
    arguments: [
      ("321100", "镇江市"), ("610115", "临潼区"), ("130532", "平乡县"), ("360400", "九江市"), ("231000", "牡丹江市"),
      ("350600", "漳州市"), ("210800", "营口市"), ("330600", "绍兴市"), ("330603", "柯桥区"), ("360482", "共青城市"),
      ("360425", "永修县"), ("360483", "庐山市"), ("360426", "德安县"), ("350604", "龙海区"), ("110000", "北京市"),
      ("659012", "白杨市"), ("820000", "澳门特别行政区"),
    ])
  func names(code: String, name: String) throws {
    let region = try RegionCode(code)
    #expect(region.name == name)
    #expect(region.description == code)
  }

  @Test("what is no division is refused, and why is told")
  func refused() {
    for text in ["", "36040", "3604000", "36O400", "３６０４００", " 360400", "36040\u{0}"] {
      #expect(throws: RegionCodeError.malformed(text)) { try RegionCode(text) }
    }
    for text in ["999999", "360499", "000001", "369900", "420001"] {
      #expect(throws: RegionCodeError.unknown(text)) { try RegionCode(text) }
    }
  }

  @Test("a region covers itself and what lies below it, and nothing beside it")
  func covers() throws {
    let jiangxi = try RegionCode("360000")
    let jiujiang = try RegionCode("360400")
    let yongxiu = try RegionCode("360425")
    let nanchang = try RegionCode("360100")
    #expect(RegionCode.country.covers(yongxiu) && RegionCode.country.covers(.country))
    #expect(jiangxi.covers(jiujiang) && jiangxi.covers(yongxiu) && jiangxi.covers(jiangxi))
    #expect(jiujiang.covers(yongxiu) && !jiujiang.covers(nanchang) && !jiujiang.covers(jiangxi))
    let dean = try RegionCode("360426")
    #expect(yongxiu.covers(yongxiu) && !yongxiu.covers(dean))
    #expect(!jiujiang.covers(.country) && !jiangxi.covers(.country))
  }

  @Test("levels, parents and full names")
  func tree() throws {
    let yongxiu = try RegionCode("360425")
    #expect(yongxiu.level == .county)
    #expect(yongxiu.parent?.level == .prefecture)
    #expect(yongxiu.ancestors.map(\.description) == ["360400", "360000", "000000"])
    #expect(yongxiu.fullName == "江西省九江市永修县")
    #expect(try RegionCode("110101").fullName == "北京市东城区")
    // A county that the province governs itself has no prefecture above it.
    #expect(try RegionCode("429004").parent?.description == "420000")
    #expect(RegionCode.country.parent == nil)
    #expect(try RegionCode("000000") == .country)
  }

  @Test("codes abolished since 2019 stay readable and are marked")
  func abolished() throws {
    let changtai = try RegionCode("350625")
    #expect(changtai.isAbolished && changtai.name == "长泰县")
    #expect(try !RegionCode("350605").isAbolished)
    #expect(try !RegionCode("710000").isAbolished)
  }

  @Test("the whole table is sound: ascending, named, and every division has its province")
  func table() throws {
    let all = RegionCode.all
    #expect(all.count == 3_295)
    #expect(all == all.sorted() && Set(all).count == all.count)
    #expect(all.filter { $0.level == .province }.count == 34)
    #expect(all.filter { $0.level == .province && !$0.isAbolished }.count == 34)
    for region in all {
      #expect(!region.name.isEmpty && !region.name.contains("*"))
      #expect(try RegionCode(region.description) == region)
      #expect(region.ancestors.last == .country)
      if region.level != .province { #expect(region.ancestors.contains { $0.level == .province }) }
    }
  }
}
