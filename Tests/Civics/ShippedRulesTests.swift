import Civics
import Foundation
import Testing

/// The packs that are shipped in deploy/rules.
@Suite struct ShippedRulesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("deploy/rules")

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }

  /// Read once for all tests.
  private static let loaded = Result {
    try RulePackSet(
      files(in: folder).map { try RulePack(yaml: String(contentsOf: $0, encoding: .utf8), file: $0.lastPathComponent) })
  }

  private static func load() throws -> RulePackSet { try loaded.get() }

  private func rules(_ profile: String, on day: String = "2025-06-01") throws -> RulesInForce {
    try Self.load().rules(for: profile, on: try #require(CivilDate(day)))
  }

  @Test("every pack loads, and every rule says why")
  func load() throws {
    let set = try Self.load()
    #expect(
      set.profiles == [
        "dongguan", "jiujiang", "lintong", "mudanjiang", "national", "notice-documents", "notice-templates", "notices",
        "yingkou", "zhangzhou", "zhenjiang",
      ])
    for pack in set.packs {
      #expect(!pack.entries.isEmpty)
      for entry in pack.entries.values {
        #expect(entry.provenance.source != nil || entry.provenance.isAssumed, "\(pack.name) \(entry.key)")
        #expect(entry.provenance.isAssumed == (entry.provenance.reason != nil), "\(pack.name) \(entry.key)")
      }
      #expect(try RulePack(yaml: String(decoding: pack.canonicalBytes, as: UTF8.self), file: "again") == pack)
    }
  }

  @Test("the periods of the petition regulation and of compensation are the law's")
  func periods() throws {
    let rules = try rules("jiujiang")
    for (key, period) in [
      "petition.acceptance": LegalPeriod.calendarDays(15), "petition.conclusion": .calendarDays(60),
      "petition.extension": .calendarDays(30), "petition.objection": .workingDays(5),
      "petition.review.request": .calendarDays(30), "petition.review.answer": .calendarDays(30),
      "petition.reexamination.request": .calendarDays(30), "petition.reexamination.answer": .calendarDays(30),
      "penalty.decision": .calendarDays(90), "compensation.clue.check": .calendarDays(30),
      "compensation.close": .months(3), "compensation.court.notice": .calendarDays(30),
      "compensation.insurance.payment": .workingDays(10),
    ] {
      #expect(try rules.period(key) == period, "\(key)")
    }
    #expect(try rules.reference("petition.conclusion").source == "信访工作条例(2022年2月25日) 第三十四条")
    #expect(try rules.integer("compensation.experts.minimum") == 3)
    #expect(try rules.money("compensation.simple-case.limit") == Money(fen: 30_000_000))
  }

  @Test(
    "the colours meet at 90 and 70 without a gap or an overlap",
    arguments: [
      ("100", "GREEN"), ("90.00", "GREEN"), ("89.99", "YELLOW"), ("70.01", "YELLOW"), ("70.00", "RED"), ("0", "RED"),
    ])
  func colours(score: String, colour: String) throws {
    for profile in ["lintong", "national"] {
      let number = try #require(Ratio(score))
      let fitting = try rules(profile).table("scoring.colours").rows.filter {
        try $0.interval("range").contains(number)
      }
      #expect(try fitting.map { try $0.text("colour") } == [colour])
    }
  }

  @Test("a severe verified fact turns a firm red at once, an ordinary one does not, a service visit costs nothing")
  func deductions() throws {
    let rules = try rules("jiujiang")
    let base = try rules.number("scoring.base")
    let colours = try rules.table("scoring.colours")
    for row in try rules.table("scoring.deductions").rows {
      let score = try base - row.number("points")
      let colour = try #require(colours.row(where: "range", contains: score)).text("colour")
      let severity = try row.text("severity")
      let code = try row.text("code")
      #expect((colour == "RED") == (severity == "SEVERE"), "\(code)")
      if severity == "NONE" { #expect(score == base) }
    }
    let severe = try rules.table("scoring.deductions").rows.filter { try $0.text("severity") == "SEVERE" }
    #expect(try severe.map { try $0.text("code") }.contains("SANLUANWU"))
    #expect(try severe.max { try $0.number("points") < $1.number("points") }?.text("code") == "MONITORING_FRAUD")
  }

  @Test("inspections grow more frequent from green through the baseline and yellow to red")
  func frequencies() throws {
    let rules = try rules("lintong")
    let table = try rules.table("scoring.inspection.frequencies")
    let order = try rules.list("scoring.inspection.order")
    #expect(order == ["GREEN", "BASELINE", "YELLOW", "RED"])
    let numbers = try order.map { try #require(table.row(where: "code", is: $0)).number("per-year") }
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("every county of Jiujiang has its bureau, and a place elsewhere has none")
  func routing() throws {
    let jiujiang = try RegionCode("360400")
    let table = try rules("jiujiang").table("petition.routing")
    for region in RegionCode.all where jiujiang.covers(region) && !region.isAbolished {
      let row = try #require(table.row(where: "region", covers: region))
      #expect(try row.region("region") == region)
    }
    #expect(try table.row(where: "region", covers: RegionCode("360482"))?.text("name") == "共青城生态环境局")
    #expect(table.row(where: "region", covers: try RegionCode("360100")) == nil)
  }

  @Test("every channel has its name and unit, and visits are counted in batches")
  func channels() throws {
    for profile in ["national", "jiujiang"] {
      let rules = try rules(profile)
      let channels = try rules.table("petition.channels")
      #expect(try rules.table("petition.classes").rows.count == 4)
      #expect(try channels.row(where: "code", is: "VISIT")?.text("unit") == "批次")
      #expect(Set(channels.rows.map { $0.cells["code"] }).count == 10)
    }
  }

  @Test("the apology does not exist before April 2025, the study exists from April 2024")
  func yingkou() throws {
    #expect(throws: RuleLookupError.self) { try rules("yingkou", on: "2024-03-31") }
    let before = try rules("yingkou", on: "2025-03-31")
    #expect(throws: RuleLookupError.self) { try before.list("lenience.apology.conditions") }
    let after = try rules("yingkou", on: "2025-04-01")
    #expect(try after.list("lenience.apology.conditions").count == 4)
    #expect(try after.table("lenience.apology.exclusions").rows.count == 10)
    // 249 firms × 20 units of study × 40 minutes are the report's 3,320 hours exactly.
    #expect(try 249 * 20 * before.integer("lenience.study.minutes-per-unit") == 3_320 * 60)
  }

  @Test("the exceedance coefficient changes exactly at its edges")
  func exceedance() throws {
    let table = try rules("national").table("compensation.water.exceedance")
    for (multiple, coefficient) in [
      ("0", "1"), ("0.0001", "1.25"), ("10", "1.25"), ("10.0001", "1.5"), ("100", "1.5"), ("1000", "1.75"),
      ("1000.0001", "2"),
    ] {
      let number = try #require(Ratio(multiple))
      let row = try #require(table.row(where: "multiple", contains: number))
      #expect(try row.number("coefficient") == Ratio(coefficient))
    }
  }

  @Test("a division finds the profile of its city, and the country's where no city has one")
  func profiles() throws {
    let set = try Self.load()
    #expect(set.profile(for: try RegionCode("360482")) == "jiujiang")
    #expect(set.profile(for: try RegionCode("610115")) == "lintong")
    #expect(set.profile(for: try RegionCode("610102")) == "national")
  }

  @Test("the shipped calendars are the built-in ones")
  func calendars() throws {
    let plans = try Self.files(in: Self.folder.appendingPathComponent("calendars"))
      .map { try WorkingCalendarYear(yaml: String(contentsOf: $0, encoding: .utf8), file: $0.lastPathComponent) }
    #expect(plans == WorkingCalendar.builtIn.years)
  }

  @Test("a broken calendar is refused with file, line and path")
  func brokenCalendar() {
    #expect(
      throws: RulePackError(
        file: "2027.yaml", line: 4, path: "rest[0]", message: "“2027-13-01” is not a day; write YYYY-MM-DD")
    ) {
      try WorkingCalendarYear(yaml: "year: 2027\nsource: x\nworking: []\nrest: [2027-13-01]\n", file: "2027.yaml")
    }
    #expect(throws: RulePackError.self) {
      try WorkingCalendarYear(yaml: "year: 2027\nsource: x\nworking: [2027-01-04]\nrest: []\n", file: "2027.yaml")
    }
  }
}
