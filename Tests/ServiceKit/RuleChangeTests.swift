import Civics
import Testing

@testable import ServiceKit

@Suite("What differs between rule packs")
struct RuleChangeTests {
  private func pack(_ name: String = "city", days: Int = 15) throws -> RuleStore.Document {
    let pack = try RulePack(
      yaml: """
        pack: \(name)
        title: 某市
        version: "1"
        region: "360400"
        effective: {from: 2022-05-01}
        documents:
          law: {title: 信访工作条例, mark: S}
        rules:
          petition.acceptance:
            period: \(days) days
            source: {of: law, article: 第二十三条}
        """, file: "\(name).yaml")
    return RuleStore.Document(
      kind: .pack, hash: pack.hash, name: "\(pack.name) \(pack.version)", body: pack.canonicalBytes)
  }

  @Test func `the same documents do not differ`() throws {
    #expect(try RuleChange.between([pack()], [pack()]).isEmpty)
  }

  @Test func `a changed number is told with its place, before and after`() throws {
    let changes = try RuleChange.between([pack()], [pack(days: 10)])
    #expect(changes.count == 1)
    #expect(changes.first?.path.hasPrefix("rules.petition.acceptance") == true)
    #expect(changes.first?.before?.hasPrefix("15") == true && changes.first?.after?.hasPrefix("10") == true)
  }

  @Test func `a new pack is all new, a pack that is gone is all gone`() throws {
    let new = try RuleChange.between([pack()], [pack(), pack("other")])
    #expect(!new.isEmpty && new.allSatisfy { $0.before == nil && $0.document.hasPrefix("other") })
    let gone = try RuleChange.between([pack(), pack("other")], [pack()])
    #expect(gone.count == new.count && gone.allSatisfy { $0.after == nil })
  }

  @Test func `a calendar that changed is named`() {
    func calendar(_ hash: String) -> RuleStore.Document {
      RuleStore.Document(kind: .calendar, hash: hash, name: "2026", body: [])
    }
    #expect(
      RuleChange.between([calendar("a")], [calendar("b")]) == [
        RuleChange(document: "calendar 2026", path: "sha256", before: "a", after: "b")
      ])
  }
}
