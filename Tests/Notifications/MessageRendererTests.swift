import Contracts
import FoundationEssentials
import Messaging
import Testing

@testable import Notifications

@Suite("What petitioners read")
struct MessageRendererTests {
  private let card = ContactCard(name: "侯先生", phone: "13800138000", queryCode: "K7M2Q9XD")
  private let number = "360482-24-000017"

  private func render(
    _ code: String, _ parameters: [String: String], language: MessageLanguage = .chinese, card: ContactCard? = nil,
    by channel: ContactChannel = .email
  ) throws -> RenderedMessage? {
    let book = try NoticeFixtures.book()
    var words = JSONObject()
    words.set("petitionNumber", number)
    for (name, value) in parameters { words.set(name, value) }
    let draft = MessageDraft(
      id: UUID(), subject: "p", audience: .petitioner, template: code, language: language, words: words,
      channels: [channel], region: "360482", cause: Cause(id: "c", correlation: "c"))
    return MessageRenderer { book }.render(draft, by: channel, for: card ?? self.card)
  }

  @Test func `the first contact tells number, day and query code, in Chinese unless English is asked for`() throws {
    let chinese = try #require(try render("petition-received", ["due": "2024-03-01T16:00:00Z"]))
    #expect(chinese.title == "信访事项已收到(360482-24-000017)")
    // The first late instant is midnight in Shanghai: the last day in time is the one before.
    #expect(chinese.text.contains("侯先生:") && chinese.text.contains("2024年3月1日") && chinese.text.contains("K7M2Q9XD"))
    let english = try #require(
      try render("petition-received", ["due": "2024-03-01T16:00:00Z"], language: .english))
    #expect(english.language == .english && english.text.contains("Dear 侯先生") && english.text.contains("2024-03-01"))
    let short = try #require(try render("petition-received", ["due": "2024-03-01T16:00:00Z"], by: .sms))
    #expect(short.text.contains(number) && short.text.utf8.count < chinese.text.utf8.count)
  }

  @Test(arguments: TemplateInputs.petitionerTemplates)
  func `every message to petitioners says the number`(code: String) throws {
    for language in MessageLanguage.allCases {
      let message = try #require(try render(code, [:], language: language))
      #expect(message.title.contains(number) && message.text.contains(number))
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
    #expect(try render("petition-refused", ["reason": "other"])?.text.contains("依法不予受理的其他情形") == true)
  }

  @Test func `an extension gives its reason and the new day, and every code of a step has its words`() throws {
    let extended = try #require(
      try render("petition-extended", ["extensionReason": "appraisal", "due": "2024-05-15T16:00:00Z"]))
    #expect(extended.text.contains("检测、鉴定尚未完成") && extended.text.contains("2024年5月15日"))
    let decided = try #require(try render("petition-review-decided", ["level": "review", "reviewVerdict": "upheld"]))
    #expect(decided.text.contains("复查意见") && decided.text.contains("维持原处理意见"))
    let book = try NoticeFixtures.book()
    for (name, codes) in [
      ("extensionReason", ExtensionReason.allCases.map(\.rawValue)),
      ("pauseReason", PauseReason.allCases.map(\.rawValue)), ("level", ReviewLevel.allCases.map(\.rawValue)),
      ("reviewVerdict", ReviewVerdict.allCases.map(\.rawValue)), ("verdict", PetitionVerdict.allCases.map(\.rawValue)),
      ("status", PetitionStatus.allCases.map(\.rawValue)), ("colour", Colour.allCases.map(\.rawValue)),
    ] {
      for code in codes {
        #expect(book.words.word(code, of: name, scope: "", in: .chinese) != code, "\(name) \(code)")
      }
    }
  }

  @Test func `names stand as they are, are no templates, and no word passes for sealed data`() throws {
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
