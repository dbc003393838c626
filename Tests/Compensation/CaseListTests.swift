import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import Postgres
import ServiceSupport
import Testing

@testable import Compensation

@Suite("Lists of cases")
struct CaseListTests {
  private let now: Date
  private let leader = Person("zhao.min", regions: "350600,360400")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  /// Eight cases on eight days: four of penalties in Gongqingcheng, four of staff in Zhangzhou, one of them far away.
  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      for index in 0..<8 {
        let day = now.addingTimeInterval(Double(index) * 86_400)
        desk.clock.move(to: day)
        if index % 2 == 0 {
          try await desk.take([Fixtures.filing("罚\(index)", fact: "f-\(index)", at: day)])
        } else {
          let region = index == 7 ? "610115" : "350602"
          let own = try OwnClue(
            json: ["region": .string(region), "clueSource": "emergency", "subjectKey": .string(Fixtures.firm)],
            path: "body")
          _ = try await desk.runner.run { work in
            try await desk.application.openOwnClue(
              own, key: "k-\(index)", by: Caller(subject: "h", requestId: "r", traceParent: nil), work: work)
          }
        }
      }
      let ids = try await desk.pool.query("select id from compensation_case order by entry", as: UUID.self)
      try await desk.step(Check(damaged: true), on: ids[0])
      try await desk.step(Assign(department: "WATER"), on: ids[0])
      try await desk.step(Suspend(reason: .court), on: ids[0])
      try await desk.step(Check(damaged: true), on: ids[1])
      try await desk.step(DeclareKey(level: .county, reason: .hard), on: ids[1])
      try await desk.step(Check(damaged: false, reason: .noDamage), on: ids[2])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  /// All pages of a list, as the days of their clues.
  private func walk(_ counter: Counter, _ query: String, limit: Int) async throws -> String {
    var days: [String] = []
    var cursor: String?
    var pages = 0
    repeat {
      let next = cursor.map { "&cursor=\($0)" } ?? ""
      let answer = try await counter.get("/v1/cases?limit=\(limit)\(query)\(next)", as: leader)
      #expect(answer.status == 200, "\(query): \(answer.text)")
      for line in answer.json["cases"]?.array ?? [] {
        let opened = RFC3339.date(from: line["openedAt"]?.string ?? "") ?? .distantPast
        days.append(String(Int(opened.timeIntervalSince(now) / 86_400)))
      }
      cursor = answer.json["next"]?.string
      pages += 1
    } while cursor != nil && pages < 20
    return days.joined()
  }

  @Test(arguments: [
    ("", "6543210"), ("&sort=oldest", "0123456"), ("&region=350602", "531"), ("&region=360400", "6420"),
    ("&clueSource=emergency", "531"), ("&status=clue", "6543"), ("&status=filed,not-started", "210"),
    ("&department=WATER", "0"), ("&subject=uscc:91350100M000100Y43", "531"), ("&keyCase=county", "1"),
    ("&keyCase=city", ""), ("&dual=true", "6420"), ("&dual=false&status=clue", "53"), ("&suspended=true", "0"),
    ("&overdue=true", ""), ("&overdue=false&region=350600", "531"), ("&noObligor=true", ""),
    ("&penaltyNumber=%E7%BD%9A4", "4"), ("&openedFrom=2026-01-10T00:00:00%2B08:00", "654"),
    ("&openedBefore=2026-01-08T00:00:00+08:00", "10"), ("&sort=due&status=clue", "3456"),
    ("&dueBefore=2026-02-10T00:00:00Z", "134"),
  ])
  func `a filter shows what fits, each once, whatever the size of the page`(query: String, expected: String)
    async throws
  {
    try await counter { _, counter in
      for limit in [1, 2, 200] {
        let shown = try await walk(counter, query, limit: limit)
        #expect(shown == expected, "limit \(limit)")
      }
    }
  }

  @Test func `a table holds the whole list, and who took it is on record`() async throws {
    try await counter { desk, counter in
      let table = try await counter.get("/v1/cases?format=csv&region=350602", as: leader)
      #expect(table.status == 200 && table.headers[.contentType] == "text/csv; charset=utf-8")
      let lines = table.text.split(separator: "\r\n")
      #expect(lines.count == 4 && lines[0].contains("案件编号,办理环节"))
      #expect(lines.contains { $0.contains("启动,350602,") && $0.contains("突发环境事件") && $0.contains("县级") })
      #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 20 })
      #expect(try await desk.count("select count(*) from audit where action = 'compensation.list-exported'") == 1)
    }
  }

  @Test func `another region, another list's cursor and a misspelt filter are refused`() async throws {
    try await counter { _, counter in
      #expect(try await counter.get("/v1/cases?region=610115", as: leader).code == "region-forbidden")
      let page = try await counter.get("/v1/cases?limit=1", as: leader)
      let cursor = try #require(page.json["next"]?.string)
      #expect(try await counter.get("/v1/cases?limit=1&status=clue&cursor=\(cursor)", as: leader).status == 422)
      #expect(try await counter.get("/v1/cases?limit=0", as: leader).status == 422)
      #expect(try await counter.get("/v1/cases?petitionId=12", as: leader).status == 422)
      #expect(try await counter.get("/v1/cases", as: Person("a", "agency")).status == 403)
    }
  }
}
