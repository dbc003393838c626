import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import Sealing
import ServiceSupport
import Testing

@testable import Petitions

@Suite("The public status query")
struct StatusQueryTests {
  private let now: Date
  private static let path = "/v1/public/petition-status"

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  /// With the number and the code that the petitioner was told.
  private func counter(
    _ body: @escaping @Sendable (Desk, Counter, _ number: String, _ code: String) async throws -> Void
  ) async throws {
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.record(Fixtures.complaint())])
      let (number, code) = try await desk.lookup()
      try await Counter.with(desk) { try await body(desk, $0, number, code) }
    }
  }

  private func ask(
    _ counter: Counter, _ number: String, _ code: String, from address: String = "1.2.3.4", language: String? = nil
  ) async throws -> CounterAnswer {
    var headers = ["X-Forwarded-For": address]
    headers["Accept-Language"] = language
    return try await counter.post(
      Self.path, ["number": .string(number), "code": .string(code)], as: nil, headers: headers)
  }

  @Test func `number and code tell the stage in Chinese or English, and nothing else`() async throws {
    try await counter { _, counter, number, code in
      let chinese = try await ask(counter, number, code)
      #expect(chinese.status == 200 && chinese.headers[.contentLanguage] == "zh-CN")
      #expect(chinese.json["text"]?.string == PublicStage.received.text(.chinese))
      #expect(
        Set(chinese.json.object?.members.map(\.name) ?? []) == ["petitionNumber", "stage", "text", "answerBy"])
      #expect(chinese.json["answerBy"]?.string == "2024-03-01")
      let english = try await ask(
        counter, number.lowercased().split(separator: "-").joined(), code.lowercased(),
        language: "en-GB,en;q=0.9,zh;q=0.5")
      #expect(english.json["text"]?.string == PublicStage.received.text(.english))
    }
  }

  @Test func `whatever is wrong, the answer is the same`() async throws {
    try await counter { _, counter, number, code in
      let other = PetitionNumber(
        id: UUID(), region: try .init("360482"), received: try #require(.init(year: 2024, month: 2, day: 15))
      ).text
      var answers: Set<String> = []
      for (number, code) in [
        (number, "ZZZZZZZZ"), (number, ""), (other, code), ("2024", code), ("nonsense", "nonsense"),
        (number, code + "0"), (number, String(code.dropLast())),
      ] {
        let answer = try await ask(counter, number, code.isEmpty ? "-" : code)
        #expect(answer.status == 404)
        var object = try #require(answer.json.object)
        object.set("requestId", String?.none)
        object.set("instance", String?.none)
        answers.insert(String(decoding: JSON.object(object).bytes, as: UTF8.self))
      }
      #expect(answers.count == 1)
    }
  }

  @Test func `guessing codes of one number ends soon, from wherever it comes`() async throws {
    try await counter { desk, counter, number, code in
      for attempt in 0..<10 {
        #expect(try await ask(counter, number, "AAAAAAA\(attempt)", from: "1.2.3.\(attempt)").status == 404)
      }
      let refused = try await ask(counter, number, code, from: "9.9.9.9")
      #expect(refused.status == 429 && refused.code == "too-many-requests")
      #expect(try #require(refused.headers[.retryAfter].flatMap { Int($0) }) > 3000)
      // An hour later it may be asked again.
      try await desk.pool.execute("update query_attempt set ends_at = now() - interval '1 second'")
      #expect(try await ask(counter, number, code, from: "9.9.9.9").status == 200)
    }
  }

  @Test func `a number that nobody has runs out just as one that somebody has`() async throws {
    try await counter { _, counter, _, _ in
      let nobody = PetitionNumber(
        id: UUID(), region: try .init("360482"), received: try #require(.init(year: 2024, month: 2, day: 15))
      ).text
      for attempt in 0..<10 { #expect(try await ask(counter, nobody, "A", from: "1.2.3.\(attempt)").status == 404) }
      #expect(try await ask(counter, nobody, "A", from: "9.9.9.9").status == 429)
    }
  }

  @Test func `one address asks so often a minute, its neighbours go on; who knows the code is not counted`()
    async throws
  {
    try await counter { _, counter, number, code in
      let first = try await ask(counter, number, code, from: "2001:db8::1")
      #expect(first.status == 200)
      for _ in 1..<30 { #expect(try await ask(counter, number, code, from: "2001:db8::1:2:3:4").status == 200) }
      #expect(try await ask(counter, number, code, from: "2001:db8:0:0:9::1").status == 429)
      #expect(try await ask(counter, number, code, from: "2001:db8:0:1::1").status == 200)
    }
  }

  @Test func `what is kept of an address is a keyed hash, and goes when its window is long over`() async throws {
    try await counter { desk, counter, number, code in
      _ = try await ask(counter, number, "A", from: "1.2.3.4")
      #expect(try await desk.count("select count(*) from query_attempt where length(bucket) = 32") == 2)
      try await desk.pool.execute("update query_attempt set ends_at = now() - interval '2 hours'")
      _ = try await ask(counter, "nonsense", "A", from: "5.6.7.8")
      #expect(try await desk.count("select count(*) from query_attempt") == 1)
    }
  }

  @Test(
    arguments: [
      (nil, PublicLanguage.chinese), ("en", .english), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese), ("fr,en;q=0.3", .english),
      ("en;q=0.2,zh;q=0.3", .chinese), ("fr", .chinese), ("*", .chinese), ("en;q=x", .english), ("en;q=0", .chinese),
    ] as [(String?, PublicLanguage)])
  func `citizens are answered in the language they like best`(header: String?, language: PublicLanguage) {
    #expect(PublicLanguage(accepting: header) == language)
  }

  @Test(
    arguments: [
      ("1.2.3.4", "1.2.3.4"), ("2001:db8::1", "2001:db8:0:0"), ("2001:DB8:0:1:2:3:4:5", "2001:db8:0:1"),
      ("::1", "0:0:0:0"),
      ("fe80::1%eth0", "fe80:0:0:0"), ("::ffff:1.2.3.4", "::ffff:1.2.3.4"), (nil, "-"), ("", ""), ("::", "0:0:0:0"),
    ] as [(String?, String)])
  func `an address stands for its household`(address: String?, block: String) {
    #expect(AddressBlock.name(of: address) == block)
  }
}
