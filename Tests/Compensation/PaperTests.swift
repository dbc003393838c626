import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit
import ServiceSupport
import Testing

@testable import Compensation

/// Papers of each node (各环节文书), drawn up from the packs' templates.
@Suite("Papers of cases")
struct PaperTests {
  private let opened: Date
  init() throws { opened = try Fixtures.instant(2026, 1, 6) }

  private func words(_ walk: CaseWalk) throws -> JSON {
    PaperWords(
      compensation: walk.compensation, rightHolder: "漳州市人民政府", assessed: (1_000_000, "itemised"), receivedFen: 400_000,
      answers: try walk.rules.noticeAnswers().0, today: ShanghaiTime.day(of: walk.now)
    ).json
  }

  private func paper(_ kind: String, _ walk: CaseWalk) throws -> String {
    let template = try #require(try walk.rules.templates().first { $0.kind == kind }?.template)
    return try PaperTemplate(template, kind: kind).render(try words(walk))
  }

  private func whole() throws -> CaseWalk {
    var walk = try CaseWalk.agreed(opened, .restoring)
    let planting = RestorationMeasure(mode: .replanting, unit: .seedling, quantity: 6030, valueFen: 600_000)
    let instalment = PlannedInstalment(amountFen: 400_000, by: try .of("2026-02-28"))
    try walk.take(
      SignAgreement(
        agreementNumber: "漳环赔协〔2026〕1号", amountFen: 1_000_000, measures: [planting], instalments: [instalment],
        performBy: try .of("2026-03-31")), received: 400_000)
    try walk.take(StartPerformance())
    try walk.take(RecordRestoration(done: [planting]))
    try walk.take(CompleteRestoration())
    try walk.take(EvaluateRestoration(met: true))
    return walk
  }

  @Test("each template of the packs reads a case at its clue and one at its end, and leaves no tag behind")
  func all() throws {
    let bare = try CaseWalk(opened: opened, subject: nil)
    let templates = try bare.rules.templates()
    let listed = Set(
      try CompensationStatus.allCases.flatMap { try bare.rules.documents(of: $0) }.filter { !$0.hasTemplate }.map(
        \.kind))
    // What others write has no template of ours; a suit's papers come of prepare-suit.
    #expect(
      listed == ["OTHER", "MONITORING_REPORT", "APPRAISAL_REPORT", "COURT_RULING", "JUDGMENT", "STATEMENT_OF_CLAIM"])
    for walk in [bare, try whole()] {
      for (kind, template) in templates {
        let text = try PaperTemplate(template, kind: kind).render(try words(walk))
        #expect(
          !text.contains("{{") && !text.contains("}}") && text.contains(walk.compensation.number), "\(kind)\n\(text)")
      }
    }
  }

  @Test("an agreement says amounts, days and quantities as they were agreed; what is not there is left to fill in")
  func agreement() throws {
    let text = try paper("AGREEMENT", try whole())
    #expect(text.contains("漳环赔协〔2026〕1号") && text.contains("10000.00元"))
    #expect(text.contains("第1期 4000.00元,于2026-02-28前") && text.contains("补植复绿 6030棵,折抵6000.00元"))
    #expect(text.contains("2026-03-31前履行完毕"))
    let blank = try paper("AGREEMENT", try CaseWalk.assessed(opened))
    #expect(blank.contains("协议编号:____") && blank.contains("不以缴纳赔偿金方式履行"))
  }

  @Test("the notice has its four questions with their answers")
  func notice() throws {
    let text = try paper("NOTICE", try CaseWalk.assessed(opened))
    for question in ["为什么要履行赔偿义务", "如何履行赔偿义务", "履行赔偿义务有哪些利好", "不履行赔偿义务有什么后果"] {
      #expect(text.contains("【\(question)】"))
    }
  }

  @Test("a page to print holds nothing of the case but text")
  func page() throws {
    let paper = CasePaper(
      kind: "AGREEMENT", title: "协议", text: "协议\n\n<script>alert('x')</script>\n\"a\" & b", pack: "p",
      packVersion: "1", packHash: "h")
    let page = PaperPage.html(paper)
    #expect(page.contains("<h1>协议</h1>") && !page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;<br>&quot;a&quot; &amp; b"))
  }

  @Test("a template that is no Mustache does not come into force")
  func refused() throws {
    #expect(throws: PaperError.self) { _ = try PaperTemplate("{{#rounds}}", kind: "AGREEMENT") }
    try DrawUpPaper.check(try Fixtures.book("zhangzhou"), at: opened)
  }

  @Test func `staff read a paper as JSON with its hash, as text and as a page; a stranger does not`() async throws {
    try await Town.with(at: opened) { town in
      let id = try await town.assessed("罚1", against: Fixtures.firm).lowercased
      let paper = try await town.get("cases/\(id)/papers/INVESTIGATION_REPORT")
      #expect(paper.status == 200 && paper.json["title"]?.string == "损害调查报告")
      #expect(paper.json["sha256"]?.string?.utf8.count == 64 && paper.json["pack"]?.string == "national")
      let text = try await town.get("cases/\(id)/papers/INVESTIGATION_REPORT?format=text")
      #expect(text.text == paper.json["text"]?.string && text.text.contains("存在生态环境损害"))
      let page = try await town.get("cases/\(id)/papers/NOTICE?format=html")
      #expect(page.headers[.contentType] == "text/html; charset=utf-8" && page.text.contains("<h1>"))
      let none = try await town.get("cases/\(id)/papers/JUDGMENT")
      #expect(none.status == 404 && none.text.contains("CLOSING_REPORT"))
      #expect(try await town.get("cases/\(id)/papers/NOTICE?format=pdf").code == "query-invalid")
      let stranger = Person("far", "leader", regions: "610000")
      #expect(try await town.counter.get("/v1/cases/\(id)/papers/NOTICE", as: stranger).code == "region-forbidden")
      let flow = try await town.get("flow")
      let assessment = flow.json["stages"]?.array?.first { $0["stage"]?.string == "assessment" }
      #expect(assessment?["documents"]?.array?.first { $0["kind"]?.string == "EXPERT_OPINION" }?["template"] == true)
    }
  }
}
