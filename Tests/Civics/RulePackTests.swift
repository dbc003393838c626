import Civics
import Testing

@Suite struct RulePackTests {
  private func message(_ yaml: String) -> String? {
    do throws(RulePackError) {
      _ = try RulePack(yaml: yaml, file: "sample.yaml")
      return nil
    } catch {
      return error.description
    }
  }

  private func message(rules: String) -> String? { message(RulePackFixture.yaml(rules: rules)) }

  @Test("a sound pack is read with its provenance")
  func sound() throws {
    let pack = try RulePackFixture.pack("sample")
    #expect(pack.name == "sample" && pack.region.name == "九江市" && pack.inherits == nil)
    let entry = try #require(pack.entries["a.period"])
    #expect(entry.value == .period(.calendarDays(15)))
    #expect(entry.provenance.citation == "某法 第一条")
    let reference = try #require(pack.reference(to: "a.period"))
    #expect(reference.hash == pack.hash && reference.hash.utf8.count == 64 && !reference.isAssumed)
  }

  @Test("a rule without a source is refused with file, line and path")
  func noSource() {
    #expect(
      message(rules: "  a.period:\n    period: 15 days\n")
        == "sample.yaml:11: rules.a.period: has neither a source nor “assumed: true” with a reason")
    #expect(
      message(rules: "  a.period:\n    period: 15 days\n    assumed: true\n")
        == "sample.yaml:11: rules.a.period: “assumed: true” needs a reason")
    #expect(
      message(rules: "  a.period:\n    period: 15 days\n    reason: because\n    source: {of: law}\n")
        == "sample.yaml:12: rules.a.period.reason: a reason belongs to “assumed: true”")
    #expect(
      message(rules: "  a.period:\n    period: 15 days\n    source: {of: rumour}\n")
        == "sample.yaml:12: rules.a.period.source.of: “rumour” is not among the documents of this pack")
    #expect(
      message(rules: "  a.period:\n    period: 15 days\n    source: {of: law, mark: K}\n")
        == "sample.yaml:12: rules.a.period.source: a confidence belongs to mark K and to no other")
  }

  @Test("a kind or key that does not exist is refused")
  func unknownKind() {
    let kinds = "period, number, money, text, flag, duration, interval, window, region, day, list, durations, table"
    #expect(
      message(rules: "  a.period:\n    perod: 15 days\n    source: {of: law}\n")
        == "sample.yaml:11: rules.a.period: unknown key “perod”; expected one of \(kinds), source, assumed, reason, note"
    )
    #expect(
      message(rules: "  a.b:\n    period: 15 days\n    number: 3\n    source: {of: law}\n")
        == "sample.yaml:11: rules.a.b: needs exactly one value; expected one of \(kinds)")
    #expect(
      message(rules: "  a.b:\n    table:\n      columns: {x: colour}\n      rows: [{x: 1}]\n    source: {of: law}\n")
        == "sample.yaml:12: rules.a.b.table.columns.x: unknown kind “colour”; expected one of "
        + "period, number, money, text, flag, duration, interval, window, region, day, with ? when optional")
    #expect(
      message(rules: "  A.b:\n    number: 3\n    source: {of: law}\n")
        == "sample.yaml:11: rules.A.b: “A.b” is not a key; use words of a-z, 0-9 and - joined by dots")
  }

  @Test(
    "a value that is not of its kind is refused with what was written",
    arguments: [
      ("period", "15 weeks"), ("number", "many"), ("money", "1.005"), ("flag", "yes"), ("duration", "30 seconds"),
      ("interval", "90-100"), ("window", "25:00-08:00"), ("region", "999999"), ("day", "2024-02-30"),
    ])
  func wrongValue(kind: String, written: String) {
    #expect(
      message(rules: "  a.b:\n    \(kind): \(written)\n    source: {of: law}\n")
        == "sample.yaml:11: rules.a.b.\(kind): “\(written)” is not a \(kind)")
  }

  @Test("rows must have the columns of their table")
  func rows() {
    func table(_ rows: String) -> String? {
      message(
        rules:
          "  a.b:\n    table:\n      columns: {x: number, y: \"text?\"}\n      rows: \(rows)\n    source: {of: law}\n")
    }
    #expect(table("[{x: 1}, {x: 2, y: b}]") == nil)
    #expect(table("[{y: b}]") == "sample.yaml:13: rules.a.b.table.rows[0]: “x” is missing")
    #expect(table("[{x: one}]") == "sample.yaml:13: rules.a.b.table.rows[0].x: “one” is not a number")
    #expect(
      table("[{x: 1, z: 2}]")
        == "sample.yaml:13: rules.a.b.table.rows[0]: unknown key “z”; expected one of x, y, source, assumed, reason, note"
    )
    #expect(table("[]") == "sample.yaml:12: rules.a.b.table: has no rows")
  }

  @Test("what is no pack at all is refused")
  func noPack() {
    #expect(message("") == "sample.yaml: must be a mapping of keys to values")
    #expect(message("- a\n- b\n") == "sample.yaml:1: must be a mapping of keys to values")
    #expect(message("pack: [")?.hasPrefix("sample.yaml: not YAML: ") == true)
    #expect(message("pack: a\npack: b\n") != nil)
    #expect(message("pack: sample\n") == "sample.yaml:1: “title” is missing")
    #expect(message(String(repeating: "#", count: 2_000_000)) == "sample.yaml: larger than 1048576 bytes")
    #expect(
      message(RulePackFixture.yaml(effective: "{from: 2024-02-01, through: 2024-01-01}"))
        == "sample.yaml:6: effective.through: ends on 2024-01-01, before it begins on 2024-02-01")
    #expect(message(RulePackFixture.yaml(pack: "Sample Pack"))?.contains("is not a name") == true)
  }

  @Test("the hash follows the content and nothing else; the canonical bytes are a pack again")
  func canonical() throws {
    let pack = try RulePackFixture.pack("sample")
    let commented = RulePackFixture.yaml().replacing("pack: sample", with: "# a comment\n\npack:   \"sample\"")
    #expect(try RulePack(yaml: commented, file: "x").hash == pack.hash)
    let changed = RulePackFixture.yaml().replacing("15 days", with: "16 days")
    #expect(try RulePack(yaml: changed, file: "x").hash != pack.hash)
    let again = try RulePack(yaml: String(decoding: pack.canonicalBytes, as: UTF8.self), file: "database")
    #expect(again == pack)
  }
}
