import Contracts
import Testing

@testable import Notifications

@Suite("What petitioners read")
struct MessageRendererTests {
  private let card = ContactCard(name: "侯先生", phone: "13800138000", queryCode: "K7M2Q9XD")
  private let number = "360482-24-000017"

  private func render(_ code: String, _ parameters: [String: String], card: ContactCard? = nil) throws
    -> RenderedMessage?
  {
    try MessageRenderer().render(
      code: code, parameters: parameters.merging(["petitionNumber": number]) { $1 }, card: card ?? self.card)
  }

  @Test func `the first contact tells number, day and query code, in Chinese unless English is asked for`() throws {
    let chinese = try #require(try render("petition-received", ["due": "2024-03-01T16:00:00Z"]))
    #expect(chinese.title == "信访事项已收到(360482-24-000017)")
    // The first late instant is midnight in Shanghai: the last day in time is the one before.
    #expect(chinese.text.contains("侯先生:") && chinese.text.contains("2024年3月1日") && chinese.text.contains("K7M2Q9XD"))
    let english = try #require(try render("petition-received", ["due": "2024-03-01T16:00:00Z", "language": "en"]))
    #expect(english.language == .english && english.text.contains("Dear 侯先生") && english.text.contains("2024-03-01"))
  }

  @Test(arguments: MessageRenderer.standard.keys.sorted())
  func `every template of every language says the number and leaves no braces`(code: String) throws {
    for language in MessageLanguage.allCases {
      for parameters in [
        ["language": language.rawValue],
        [
          "language": language.rawValue, "unit": "濂溪", "due": "2024-03-01T16:00:00Z", "verdict": "support",
          "reason": "other", "extensionReason": "complex", "pauseReason": "force-majeure", "level": "re-examination",
          "reviewVerdict": "returned", "explanation": "地下水样送检中。",
        ],
      ] {
        let message = try #require(try render(code, parameters))
        #expect(message.title.contains(number) && message.text.contains(number))
        #expect(!message.text.contains("{{") && !message.text.contains("}}"))
      }
    }
  }

  @Test func `codes become words, and the reason of a refusal is given`() throws {
    let refused = try #require(
      try render("petition-refused", ["reason": "not-competent", "referredTo": "市住建局"]))
    #expect(refused.text.contains("不属于本机关职权范围") && refused.text.contains("市住建局"))
    let concluded = try #require(try render("petition-concluded", ["verdict": "not-support"]))
    #expect(concluded.text.contains("不予支持"))
    for reason in RefusalReason.allCases {
      #expect(try render("petition-refused", ["reason": reason.rawValue])?.text.contains(reason.rawValue) == false)
    }
  }

  @Test func `an extension gives its reason and the new day, and every code of a step has its words`() throws {
    let extended = try #require(
      try render("petition-extended", ["extensionReason": "appraisal", "due": "2024-05-15T16:00:00Z"]))
    #expect(extended.text.contains("检测、鉴定尚未完成") && extended.text.contains("2024年5月15日"))
    let decided = try #require(try render("petition-review-decided", ["level": "review", "reviewVerdict": "upheld"]))
    #expect(decided.text.contains("复查意见") && decided.text.contains("维持原处理意见"))
    for (name, codes) in [
      ("extensionReason", ExtensionReason.allCases.map(\.rawValue)),
      ("pauseReason", PauseReason.allCases.map(\.rawValue)),
      ("level", ReviewLevel.allCases.map(\.rawValue)), ("reviewVerdict", ReviewVerdict.allCases.map(\.rawValue)),
    ] {
      for code in codes { #expect(MessageWords.readable([name: code], in: .chinese)[name] != code) }
    }
  }

  @Test func `names stand as they are, are no templates, and no parameter passes for sealed data`() throws {
    let odd = ContactCard(name: "<b>O'Neil & {{queryCode}}</b>", queryCode: "K7M2Q9XD")
    let message = try #require(try render("petition-accepted", ["name": "somebody", "queryCode": "FORGED"], card: odd))
    #expect(message.text.contains("<b>O'Neil & {{queryCode}}</b>"))
    #expect(!message.text.contains("somebody") && !message.text.contains("FORGED"))
    let nameless = try #require(try render("petition-accepted", ["name": "somebody"], card: ContactCard()))
    #expect(nameless.text.contains("您好") && !nameless.text.contains("somebody") && !nameless.text.contains("查询码"))
  }

  @Test func `an unknown code renders nothing, and what is rendered does not show itself`() throws {
    #expect(try render("petition-forgotten", [:]) == nil)
    let message = try #require(try render("petition-received", [:]))
    #expect(!"\(message) \(String(reflecting: message)) \(card) \(String(reflecting: card))".contains("侯先生"))
  }
}
