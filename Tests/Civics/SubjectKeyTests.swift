import Civics
import Testing

@Suite struct SubjectKeyTests {
  @Test(
    "keys are read and printed alike",
    arguments: ["uscc:91350100M000100Y43", "site:360482:某水泥制品有限公司", "site:360425:project-a-2"])
  func roundTrip(text: String) throws {
    #expect(try SubjectKey(text).description == text)
  }

  @Test(
    "spellings of one name are one site",
    arguments: ["洗砂厂（东）", "洗砂厂(东)", "洗砂厂 ( 东 )", " 洗 砂 厂\u{3000}（东） ", "洗砂厂【东】。", "\u{202E}洗砂厂-东\u{200B}"])
  func folding(name: String) throws {
    let key = try SubjectKey.site(in: RegionCode("360482"), named: name)
    #expect(key.description == "site:360482:洗砂厂-东")
  }

  @Test("letters, full-width forms and numerals fold; different places stay different")
  func distinct() throws {
    #expect(try SiteSlug(name: "ＡＢＣ No.２ Ⅱ期 ③号").text == "abcno-22期3号")
    #expect(try SiteSlug(name: "洗砂厂东") != SiteSlug(name: "洗砂厂西"))
    #expect(try SiteSlug(name: "一-二") != SiteSlug(name: "一二"))
  }

  @Test("folding twice changes nothing", arguments: ["共青城 洗砂厂（东）", "A--B", "①②", "ÄÖ Straße", "İstanbul", "ﬀ"])
  func idempotent(name: String) throws {
    let once = try SiteSlug(name: name)
    #expect(try SiteSlug(name: once.text) == once)
  }

  @Test("long names keep their beginning and stay distinct, and their keys can be read again")
  func long() throws {
    let region = try RegionCode("360482")
    let first = try SubjectKey.site(in: region, named: String(repeating: "砂", count: 300) + "甲")
    let second = try SubjectKey.site(in: region, named: String(repeating: "砂", count: 300) + "乙")
    #expect(first != second)
    #expect(first.description.utf8.count <= "site:360482:".utf8.count + SiteSlug.longest)
    #expect(try SubjectKey(first.description) == first)
    let huge = try SiteSlug(name: String(repeating: "a", count: 100_000))
    #expect(huge.text.utf8.count == SiteSlug.longest)
  }

  @Test("the region of a site is where it lies; an enterprise's code does not say")
  func region() throws {
    #expect(try SubjectKey("site:360482:洗砂厂").region?.name == "共青城市")
    #expect(try SubjectKey("uscc:91350100M000100Y43").region == nil)
    #expect(try SubjectKey("uscc:91350100M000100Y43").unifiedSocialCreditCode?.text == "91350100M000100Y43")
  }

  @Test("what is no key is refused, and why is told")
  func refused() {
    func error(_ text: String) -> SubjectKeyError? {
      do throws(SubjectKeyError) {
        _ = try SubjectKey(text)
        return nil
      } catch {
        return error
      }
    }
    #expect(error("") == .malformed)
    #expect(error("person:1") == .malformed)
    #expect(error("site:360482") == .malformed)
    #expect(error("uscc:91350100M000100Y44") == .code(.checkCharacter(found: "4", expected: "3")))
    #expect(error("uscc:91350100m000100y43") == .notNormal("uscc:91350100M000100Y43"))
    #expect(error("site:999999:厂") == .region(.unknown("999999")))
    #expect(error("site:000000:厂") == .siteWithoutDivision)
    #expect(error("site:360482:") == .emptyName)
    #expect(error("site:360482:（）") == .emptyName)
    #expect(error("site:360482:洗砂厂（东）") == .notNormal("site:360482:洗砂厂-东"))
    #expect(error("site:360482:a:b") == .notNormal("site:360482:a-b"))
    #expect(error("site:360482:a~0123456789abcdef") == .notNormal("site:360482:a-0123456789abcdef"))
  }
}
