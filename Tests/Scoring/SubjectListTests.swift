import Messaging
import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Lists of subjects and facts, over HTTP")
struct SubjectListTests {
  private let now: Date
  private let staff = Person("zhao.min")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  private func key(_ index: Int) -> String { "site:\(index % 5 == 4 ? "360482" : "61011\(5 + index % 2)"):作坊\(index)" }

  /// Ten sites on five days: eight in two counties of Xi'an, two far away; green, yellow and red by turns.
  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      for index in 0..<10 {
        let at = now.addingTimeInterval(Double(index / 2) * 86_400)
        desk.clock.move(to: at)
        var found = Fixtures.inspection(
          "L\(index)", [["TWO"], ["NINETEEN_99"], ["THIRTY"]][index % 3], at: at, subject: key(index))
        found.region = String(key(index).dropFirst(5).prefix(6))
        try await desk.take([
          found,
          SubjectRegistered(
            factId: "R\(index)", subjectKey: key(index), region: found.region, registeredAt: at,
            title: index % 2 == 0 ? "西安某水泥制品厂 \(index)" : "九江Paper\(index)有限公司",
            kind: index == 3 ? .monitoringAgency : .emitter),
        ])
      }
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func numbers(_ answer: CounterAnswer) -> String {
    (answer.json["subjects"]?.array ?? []).compactMap { $0["subjectKey"]?.string?.last.map { String($0) } }.joined()
  }

  /// All pages of a list, at most so many lines each.
  private func walk(
    _ counter: Counter, _ path: String, limit: Int, _ read: (CounterAnswer) -> String
  ) async throws -> String {
    var lines = ""
    var pages = 0
    var cursor: String?
    repeat {
      let next = cursor.map { "&cursor=\($0)" } ?? ""
      let answer = try await counter.get("\(path)&limit=\(limit)\(next)", as: staff)
      #expect(answer.status == 200, "\(answer.text)")
      lines += read(answer)
      cursor = answer.json["next"]?.string
      pages += 1
    } while cursor != nil && pages < 20
    return lines
  }

  @Test(
    "a filter shows what fits, each once, whatever the size of the page",
    arguments: [
      ("", "87653210"), ("&sort=changed", "01235678"), ("&sort=score", "25817036"), ("&region=610115", "8620"),
      ("&region=610116", "7531"), ("&colour=red", "852"), ("&colour=red,yellow", "87521"), ("&colour=unrated", ""),
      ("&kind=monitoring-agency", "3"), ("&name=%E6%B0%B4%E6%B3%A5", "8620"), ("&name=paper", "7531"),
      ("&name=%E6%9F%90%E6%B0%B4%E6%B3%A5%E5%88%B6%E5%93%81%E5%8E%822", "2"), ("&name=%E4%B8%8D%E5%AD%98", ""),
      ("&scoreThrough=80.01", "25817"), ("&scoreFrom=80.01&scoreThrough=97.99", "17"),
      ("&changedFrom=2026-01-08T00:00:00%2B08:00", "8765"),
      ("&changedBefore=2026-01-07T09:00:00%2B08:00&colour=green", "0"), ("&name=%E6%B0%B4%E6%B3%A5&sort=score", "2806"),
    ])
  func filters(query: String, expected: String) async throws {
    try await counter { _, counter in
      for limit in [1, 3, 50] {
        let found = try await walk(counter, "/v1/subjects?\(query.dropFirst())", limit: limit, numbers)
        #expect(found == expected, "\(query)")
      }
    }
  }

  @Test(
    "a query that makes no sense says why",
    arguments: [
      ("colours=red", 422, "query-unknown"), ("colour=blue", 422, "query-invalid"), ("name=x", 422, "query-invalid"),
      ("region=110000", 403, "region-forbidden"), ("scoreFrom=90&scoreThrough=80", 422, "query-invalid"),
      ("scoreFrom=1/3", 422, "query-invalid"), ("owner=site:610115:x", 422, "query-invalid"),
      ("cursor=AAAA", 422, "query-invalid"), ("limit=201", 422, "query-invalid"), ("after=x", 422, "query-unknown"),
    ])
  func refused(query: String, status: Int, code: String) async throws {
    try await counter { _, counter in
      let answer = try await counter.get("/v1/subjects?\(query)", as: staff)
      #expect(answer.status == status && answer.code == code, "\(answer.text)")
    }
  }

  @Test("facts are listed by subject, code, origin and time; an entry is shown with all it rests on")
  func facts() async throws {
    try await counter { desk, counter in
      func entries(_ answer: CounterAnswer) -> String {
        (answer.json["facts"]?.array ?? []).compactMap { $0["factId"]?.string?.last.map { String($0) } }.joined()
      }
      for (query, expected) in [
        ("", "87653210"), ("sort=established", "01235678"), ("code=thirty", "852"), ("origin=penalty", ""),
        ("region=610116&origin=inspection,penalty", "7531"), ("establishedFrom=2026-01-09T00:00:00%2B08:00", "876"),
      ] {
        for limit in [1, 3, 50] {
          #expect(try await walk(counter, "/v1/facts?\(query)", limit: limit, entries) == expected, "\(query)")
        }
      }
      let subject = key(2).addingPercentEncoding
      let one = try await counter.get("/v1/facts?subject=\(subject)", as: staff)
      #expect(entries(one) == "2")
      let id = try #require(one.json["facts"]?.array?.first?["entryId"]?.string)
      let entry = try await counter.get("/v1/facts/\(id)", as: staff)
      #expect(entry.json["lines"]?.array?.first?["rule"]?["rule"]?.string == "scoring.deductions.THIRTY")
      #expect(entry.json["source"]?.string == Fixtures.source)
      let far = Person("far", regions: "110000")
      #expect(try await counter.get("/v1/facts/\(id)", as: far).code == "region-forbidden")
      #expect(try await counter.get("/v1/facts/\(UUID().lowercased)", as: staff).status == 404)
    }
  }

  @Test("tables are the whole list, for spreadsheets, and that they were taken out is on record")
  func tables() async throws {
    try await counter { desk, counter in
      let subjects = try await counter.get("/v1/subjects?format=csv&region=610115&sort=changed", as: staff)
      #expect(subjects.headers[.contentType] == "text/csv; charset=utf-8")
      let lines = subjects.text.split(separator: "\r\n")
      #expect(lines.count == 5 && lines[0].hasPrefix("\u{FEFF}主体,"))
      #expect(lines[1].contains("西安某水泥制品厂 0") && lines[1].contains(",绿色,98,2026-01-06 09:00,"))
      let facts = try await counter.get("/v1/facts?format=csv", as: staff)
      #expect(facts.text.split(separator: "\r\n").count == 9)
      #expect(try await desk.count("select count(*) from audit where action = 'ledger.list-exported'") == 2)
    }
  }
}

extension String {
  /// As it stands in a query.
  var addingPercentEncoding: String {
    utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
