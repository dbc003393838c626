import Contracts
import FoundationEssentials
import ServiceKit
import Support
import Testing

@testable import Notifications

/// What agencies write in filters, and what their endpoints, gateways and mail servers answer.
@Suite("Fuzzed: filters and answers")
struct FuzzTests {
  private static let event: EventAttributes = {
    var event = CloudEvent(
      id: "e-1", source: "/ecoredress/scoring", type: "ecoredress.colour.changed.v1",
      subject: "uscc:91350100M000100Y43",
      time: Date(timeIntervalSince1970: 1_708_000_000), payload: .json([:]))
    event.region = "360482"
    event.sequence = 7
    return EventAttributes(event)
  }()

  private static let expressions = [
    "type = 'ecoredress.colour.changed.v1' AND region LIKE '3604%'", "NOT (sequence < 10) OR EXISTS kind",
    "ABS(INT(sequence)) * -2147483648 / 3 % 7 >= 1", "CONCAT_WS('-', region, UPPER(type), SUBSTRING(subject, 2, 5))",
    "colour IN ('red', \"yellow\", 'it\\'s') XOR BOOL('TRUE') != IS_INT(id)", "((((region))))",
  ]

  @Test func `expressions of CESQL`() async throws {
    let words = [
      "AND", "OR", "XOR", "NOT ", "IN (", "LIKE '%_\\%'", "EXISTS ", "SUBSTRING(", "CONCAT(", "'", "(", ")", "-",
      "2147483648",
      "LEFT(", "TRIM(", "!=", "<>", "<=", "\\", "TRUE", "((((((((((",
    ]
    let seeds = Self.expressions.map { Array($0.utf8) }
    try await Fuzzing.run("expressions of CESQL", seeds: seeds, words: words) { input in
      guard let filter = try? CESQL(String(decoding: input, as: UTF8.self)) else { return }
      let (value, errors) = filter.evaluate { Self.event[$0].map(CESQLValue.string) }
      let passes = filter.matches { Self.event[$0].map(CESQLValue.string) }
      guard passes == (value == .boolean(true) && errors.isEmpty) else {
        throw Fuzzing.Broken("passes \(passes), comes to \(value) with \(errors)")
      }
    }
  }

  @Test func `filters of every dialect`() async throws {
    let seeds =
      Self.expressions.map { JSON.array([["sql": .string($0)]]).bytes } + [
        Array(#"[{"exact":{"type":"a"}},{"any":[{"prefix":{"region":"36"}},{"not":{"suffix":{"id":"1"}}}]}]"#.utf8),
        Array(#"[{"all":[{"all":[{"all":[{"exact":{"kind":"water"}}]}]}]}]"#.utf8),
      ]
    try await Fuzzing.run("filters", seeds: seeds, words: ["\"all\":[", "{\"not\":", "\"exact\":{}", "\"sql\":"]) {
      input in
      guard let json = try? JSON(parsing: input), let filters = try? FilterReader.filters(json, field: "filters") else {
        return
      }
      for filter in filters { _ = filter.matches(Self.event) }
    }
  }

  @Test func `answers of endpoints and gateways`() async throws {
    let seeds = [
      "120", "Sun, 06 Nov 1994 08:49:37 GMT", "*", "ecoredress.example, other.example", "90",
      "{\"code\":0,\"id\":\"x\"}",
      "https://example.com:8443/a?b=c", "http://[::ffff:10.0.0.1]/", "https://2130706433/", "10.0.0.1", "fe80::1%eth0",
    ].map { Array($0.utf8) }
    try await Fuzzing.run("answers", seeds: seeds, words: ["https://", "@", "#", ":", "::", "0x7f", ".local", "GMT"]) {
      input in
      let text = String(decoding: input, as: UTF8.self)
      if let wait = RetryAfter.wait(text, now: Date()), !(.zero...RetryAfter.longest ~= wait) {
        throw Fuzzing.Broken("waits \(wait)")
      }
      _ = Handshake(status: Int(input.first ?? 0) * 3, allowedOrigin: text, allowedRate: text, origin: "ecoredress")
      _ = WebhookVerdict(status: Int(input.first ?? 0) * 3, retryAfter: RetryAfter.wait(text, now: Date()))
      if let url = try? WebhookURL(text, allowsPrivate: false), let literal = url.literal, !literal.isPublic {
        throw Fuzzing.Broken("\(text) leads to a private address")
      }
      _ = GatewayAnswer(status: 200, retryAfter: nil, bytes: input)
      _ = MailAddress(text)
    }
  }

  @Test func `answers of mail servers`() async throws {
    let seeds = [
      "220 mail.example ESMTP\r\n", "250-mail.example\r\n250-SIZE 1000\r\n250 STARTTLS\r\n", "421 4.7.0 later\r\n",
    ]
    try await Fuzzing.run(
      "answers of mail servers", seeds: seeds.map { Array($0.utf8) }, words: ["250-", "250 ", "\r\n", "\n", "999 "]
    ) { input in
      var parser = SMTPReplyParser()
      _ = try? parser.read(input)
    }
  }
}
