import Contracts
import FoundationEssentials
import HTTPTypes
import Messaging
import Postgres
import Testing

@testable import Pages
@testable import ServiceKit

@Suite("The operators' pages")
struct OperatorPagesTests {
  @Test func `the four services stand side by side; one that does not answer is shown as such`() async throws {
    // Nobody listens at port 9, and scoring is the service itself.
    let services = [("petitions", "http://127.0.0.1:9"), ("scoring", "http://scoring.test")]
    try await OperatorHouse.with(services: services) { house in
      house.inside.health.register("relay", .optional, initially: .degraded(reason: "publishing waits"))
      house.inside.lag.note([OperatorHouse.topic: TopicLag(partitions: 12, messages: 7, seconds: 90)])
      try await house.keep([("a", .parked)])
      let chinese = try await house.page("/pages/operations", as: "auditor")
      #expect(chinese.status == 200)
      #expect(chinese.text.contains("data-live=\"/pages/operations/live\""))
      for words in ["运行状况", "部分可用", "无应答", "事件发布", "publishing waits", "处理失败 1"] {
        #expect(chinese.text.contains(words), "\(words)")
      }
      #expect(chinese.text.contains("<td class=\"amount\">7</td><td class=\"amount amber\">90</td>"))
      #expect(chinese.text.contains("<svg class=\"plot flow\" role=\"img\""))
      let english = try await house.page("/pages/operations", as: "operator", language: "en")
      #expect(english.text.contains("No answer") && english.text.contains("Degraded"))
      for answer in [chinese, english] {
        #expect(!answer.text.contains("{{") && !answer.text.contains("style=") && !answer.text.contains("Optional("))
      }
    }
  }

  @Test func `nobody else sees them, and who is not signed in is led there`() async throws {
    try await OperatorHouse.with { house in
      for path in ["/pages/operations", "/pages/operations/live", "/pages/dead-letters", "/pages/dead-letters/1"] {
        #expect(try await house.page(path, as: "clerk").status == 403)
        #expect(try await house.page(path, as: nil).status == 303)
      }
      let refused = try await house.page("/pages/dead-letters", as: "clerk")
      #expect(!refused.text.contains("href=\"/pages/operations\""))
    }
  }

  @Test func `a message is found in the list, looked at, and given up by a form`() async throws {
    try await OperatorHouse.with { house in
      try await house.keep([("a", .parked), ("b", .rejected)])
      let list = try await house.page("/pages/dead-letters?state=parked", as: "operator")
      #expect(list.text.contains("href=\"/pages/dead-letters/1\"") && !list.text.contains("/pages/dead-letters/2"))
      #expect(list.text.contains("处理失败，留存"))
      try await house.inside.pool.execute("update dead_letter set field = 'data.phone' where id = 1")
      let one = try await house.page("/pages/dead-letters/1", as: "operator")
      #expect(one.text.contains("<code>data.phone</code>"))
      let path = "/pages/operator/dead-letters/1/discard"
      #expect(one.text.contains("href=\"\(path)\"") && !one.text.contains("13800000000"))
      #expect(try await house.page("/pages/dead-letters/2", as: "operator").text.contains("redrive\"") == false)
      #expect(try await house.page("/pages/dead-letters/1", as: "auditor").text.contains(path) == false)
      let form = try await house.page(path, as: "operator")
      #expect(form.text.contains("class=\"caution\"") && form.text.contains("name=\"reason\""))
      #expect(try await house.page(path, as: "auditor").status == 403)
      #expect(try await house.page(path, as: "operator", form: "").status == 403)
      let bare = try await house.page(path, as: "operator", form: "reason=")
      #expect(bare.status == 422 && bare.text.contains("id=\"reason-refusal\""))
      let done = try await house.page(path, as: "operator", form: "reason=sent+twice")
      #expect(done.status == 303 && done.headers[.location] == "/pages/dead-letters/1")
      let after = try await house.page("/pages/dead-letters/1", as: "operator")
      #expect(after.text.contains("已放弃") && !after.text.contains(path))
    }
  }

  @Test func `every word has Chinese`() {
    let words = WordBook(CommonWords.all.merging(OperatorWords.all) { first, _ in first })
    for code in ViolationCode.allCases { #expect(words.has(code.rawValue, in: "code"), "\(code)") }
    for state in DeadLetterState.allCases { #expect(words.has(state.rawValue, in: "state"), "\(state)") }
    for column in DeadLetterPages.list.columns { #expect(words.has(column.value), "\(column.value)") }
    let services = Set(ServiceName.allCases.map(\.rawValue))
    for topic in TopicCatalogue.topics where !services.isDisjoint(with: topic.readers) {
      #expect(words.has(topic.name, in: "topic"), "\(topic.name)")
    }
  }

  @Test func `a rate is told from looks at the same process, over some seconds`() throws {
    let rates = FlowRates()
    func take(_ seconds: Double, _ taken: Int, started: String = "2026-01-01T00:00:00Z") -> Double? {
      let at = RFC3339.text(of: Date(timeIntervalSince1970: 1_767_225_600 + seconds))
      let status: JSON = [
        "at": .string(at), "started": .string(started), "published": 0,
        "topics": [["name": "petitions", "taken": .integer(taken)]],
      ]
      return rates.take("scoring", status)["petitions"]
    }
    #expect(take(0, 0) == nil)
    #expect(take(3, 30) == 10)
    #expect(take(10, 40) == 4)
    // The first look is too old by now: it is told from the one of second 3.
    #expect(take(16, 69) == 3)
    #expect(take(17, 0, started: "2026-01-01T00:00:16Z") == nil)
    #expect(take(200, 50, started: "2026-01-01T00:00:16Z") == nil)
  }
}
