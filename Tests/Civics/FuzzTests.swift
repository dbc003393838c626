import FoundationEssentials
import Support
import Testing

@testable import Civics

/// Rule packs that a lawyer writes, and codes, amounts and words that outsiders send.
@Suite("Fuzzed: rule packs, codes, words")
struct FuzzTests {
  private static let pack = """
    pack: example
    title: 示例
    version: "2024-03-01"
    inherits: national
    region: "360400"
    effective: {from: 2024-01-01, through: 2025-12-31}
    documents:
      S1: {title: 九江市生态环境局办法, file: seeds/S1.txt, date: 2024-01-01}
    rules:
      petition.acceptance.period:
        value: {count: 15, unit: working-days}
        source: S1
        article: 第十二条
      scoring.deduction.points:
        value: [1, 2.5, "[70,90)", 12%]
        default: true
        note: 没有来源
    """

  @Test func `rule packs`() async throws {
    let words = [
      "rules:", "value:", "source:", "default: true", "&a [*a]", "? ", "|\n  ", "!!int ", "<<: *a", "\t", "- - - ",
    ]
    try await Fuzzing.run("rule packs", seeds: [Array(Self.pack.utf8)], words: words) { input in
      guard let pack = try? RulePack(yaml: String(decoding: input, as: UTF8.self), file: "fuzz.yaml") else { return }
      guard let again = try? RulePack(yaml: String(decoding: pack.canonicalBytes, as: UTF8.self), file: "again"),
        again.hash == pack.hash
      else { throw Fuzzing.Broken("is another pack when read from its own form") }
    }
  }

  @Test func `calendars`() async throws {
    let calendar = """
      year: 2025
      source: 国办发明电〔2024〕12号
      rest: [2025-01-01, {from: 2025-01-28, through: 2025-02-04}]
      work: [2025-01-26, 2025-02-08]
      """
    try await Fuzzing.run("calendars", seeds: [Array(calendar.utf8)], words: ["rest:", "work:", "from:"]) { input in
      _ = try? WorkingCalendarYear(yaml: String(decoding: input, as: UTF8.self), file: "fuzz.yaml")
    }
  }

  @Test func `codes, amounts, periods`() async throws {
    let seeds = [
      "91350100M000100Y43", "uscc:91350100M000100Y43", "site:610115:某砖瓦作坊", "360400", "12345.67", "3/4", "12%",
      "[70,90)",
      "2025-02-28", "2025-Q3", "15 working-days", "P3M", "08:00-20:00", "MA35XXXX-1",
    ].map { Array($0.utf8) }
    let words = ["uscc:", "site:", "working-days", "months", "2025-", "-Q4", "/", "%", ",", "０１２", "Ⅷ"]
    try await Fuzzing.run("codes, amounts, periods", seeds: seeds, words: words) { input in
      let text = String(decoding: input, as: UTF8.self)
      if let money = Money(text), Money("\(money)") != money { throw Fuzzing.Broken("\(money) is not read as written") }
      if let ratio = Ratio(text), Ratio("\(ratio)") != ratio { throw Fuzzing.Broken("\(ratio) is not read as written") }
      if let key = try? SubjectKey(text), (try? SubjectKey(key.description)) != key {
        throw Fuzzing.Broken("\(key) is not read as written")
      }
      if let day = CivilDate(text), CivilDate(day.description) != day { throw Fuzzing.Broken("\(day)") }
      _ = try? UnifiedSocialCreditCode(text)
      _ = try? OrganisationCode(text)
      _ = try? RegionCode(text)
      _ = try? SiteSlug(name: text)
      _ = LegalPeriod(text)
      _ = FigurePeriod(text)
      _ = RatioInterval(text)
      _ = DailyWindow(text)
    }
  }

  @Test func `the mask over words`() async throws {
    let seeds = [
      "侯先生说水泥制品厂非法洗砂，电话13800138000，住莲花路8号3栋201室。", "身份证360402199003071234，邮箱hou@example.com",
      "王女士（微信号wang_1990）反映", "联系人：欧阳震华 0792-8123456",
    ].map { Array($0.utf8) }
    let words = ["先生", "女士", "电话", "138 0013 8000", "１３８００１３８０００", "路8号", "\u{200B}", "联系人："]
    try await Fuzzing.run("the mask over words", seeds: seeds, words: words) { input in
      let text = String(decoding: input, as: UTF8.self)
      let masked = TextMask.mask(text, known: ["侯先生", "13800138000"])
      guard !masked.text.contains("13800138000") else { throw Fuzzing.Broken("a number that is known stays: \(text)") }
    }
  }
}
