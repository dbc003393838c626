import Contracts
import FoundationEssentials
import Hummingbird
import Postgres
import ServiceSupport
import Testing

@testable import Petitions

@Suite("Lists of petitions")
struct PetitionListTests {
  private let now: Date
  private let leader = Person("zhao.min", regions: "360400,321100")

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  /// Ten petitions on five days: eight in two counties of Jiujiang, two far away.
  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      for index in 0..<10 {
        desk.clock.move(to: now.addingTimeInterval(Double(index / 2) * 86_400))
        let region = index % 5 == 4 ? "321100" : index % 2 == 0 ? "360482" : "360483"
        let complaint = Fixtures.complaint(
          "L-\(index)", channel: index % 2 == 0 ? .hotline12369 : .email, region: region,
          uscc: index == 3 ? "91350100M000100Y43" : nil)
        try await desk.take([Fixtures.record(complaint, id: "l-\(index)", offset: Int64(index))])
      }
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func numbers(_ answer: CounterAnswer) -> [String] {
    (answer.json["petitions"]?.array ?? []).compactMap { $0["externalId"]?.string }
  }

  /// All pages of a list, at most so many lines each.
  private func walk(_ counter: Counter, _ query: String, limit: Int) async throws -> [[String]] {
    var pages: [[String]] = []
    var cursor: String?
    repeat {
      let next = cursor.map { "&cursor=\($0)" } ?? ""
      let answer = try await counter.get("/v1/petitions?limit=\(limit)\(query)\(next)", as: leader)
      #expect(answer.status == 200)
      pages.append(numbers(answer))
      cursor = answer.json["next"]?.string
    } while cursor != nil && pages.count < 20
    return pages
  }

  @Test(arguments: [
    ("", "9876543210"), ("&sort=received", "0123456789"), ("&region=360482", "8620"), ("&region=321100", "94"),
    ("&channel=EMAIL", "97531"), ("&channel=EMAIL,HOTLINE_12369&region=360483", "7531"), ("&category=noise", ""),
    ("&status=received&region=360400", "87653210"), ("&status=archived,accepted", ""), ("&secret=true", ""),
    ("&overdue=true", ""), ("&overdue=false&region=321100", "94"), ("&supervised=true", ""),
    ("&subject=uscc:91350100M000100Y43", "3"), ("&receivedFrom=2024-02-17T00:00:00%2B08:00", "987654"),
    ("&receivedBefore=2024-02-16T09:00:00+08:00", "10"),
    ("&receivedFrom=2024-02-16T00:00:00Z&receivedBefore=2024-02-17T00:00:00Z&channel=EMAIL", "3"),
    ("&dueFrom=2024-03-03T00:00:00Z", "23456789"), ("&dueBefore=2024-03-03T00:00:00Z&sort=-received", "10"),
    ("&sort=due&region=321100", "49"),
  ])
  func `a filter shows what fits, each once, whatever the size of the page`(query: String, expected: String)
    async throws
  {
    try await counter { _, counter in
      for limit in [1, 3, 50] {
        let pages = try await walk(counter, query, limit: limit)
        #expect(pages.joined().map { $0.dropFirst(2) }.joined() == expected)
        #expect(pages.allSatisfy { $0.count <= limit })
      }
    }
  }

  @Test func `what comes in meanwhile neither repeats nor hides a line`() async throws {
    try await counter { desk, counter in
      let first = try await counter.get("/v1/petitions?limit=4", as: leader)
      desk.clock.move(to: now.addingTimeInterval(9 * 86_400))
      try await desk.take([Fixtures.record(Fixtures.complaint("L-new"), id: "new", offset: 99)])
      let cursor = try #require(first.json["next"]?.string)
      let second = try await counter.get("/v1/petitions?limit=4&cursor=\(cursor)", as: leader)
      #expect(numbers(first) + numbers(second) == (2...9).reversed().map { "L-\($0)" })
    }
  }

  @Test func `a cursor belongs to its filters and order`() async throws {
    try await counter { _, counter in
      let cursor = try #require(
        try await counter.get("/v1/petitions?limit=4", as: leader).json["next"]?.string)
      for query in ["status=received", "sort=received", "region=360400"] {
        let answer = try await counter.get("/v1/petitions?\(query)&cursor=\(cursor)", as: leader)
        #expect(answer.status == 422 && answer.json["field"]?.string == "query.cursor")
      }
      #expect(try await counter.get("/v1/petitions?limit=9&cursor=\(cursor)", as: leader).status == 200)
    }
  }

  @Test func `a number is found by its front`() async throws {
    try await counter { desk, counter in
      let told = try await desk.told(.petitions)
      let number = try #require(told.first?.data["petitionNumber"]?.string)
      let letters = number.split(separator: "-").dropFirst(2).joined(separator: "-")
      for front in [number, String(number.prefix(16)), letters, String(letters.prefix(3)), letters.lowercased()] {
        let answer = try await counter.get("/v1/petitions?number=\(front)", as: leader)
        #expect(numbers(answer) == ["L-0"], "\(front)")
      }
      for wrong in ["2024-360482", "7K", "U!", "%25%25%25%25"] {
        let answer = try await counter.get("/v1/petitions?number=\(wrong)", as: leader)
        #expect(answer.status == 422 && answer.json["field"]?.string == "query.number", "\(wrong)")
      }
      // Another year or region before the same letters is another number.
      #expect(try await numbers(counter.get("/v1/petitions?number=2023-360482-\(letters)", as: leader)).isEmpty)
    }
  }

  @Test(arguments: [
    ("statuss=received", 422, "query-unknown"), ("status=gone", 422, "query-invalid"),
    ("limit=0", 422, "query-invalid"), ("limit=201", 422, "query-invalid"), ("overdue=1", 422, "query-invalid"),
    ("receivedFrom=2024-02-17", 422, "query-invalid"), ("region=3604", 422, "query-invalid"),
    ("region=110000", 403, "region-forbidden"), ("cursor=AAAA", 422, "query-invalid"),
    ("sort=name", 422, "query-invalid"), ("format=xml", 422, "query-invalid"),
    ("limit=1&limit=2", 422, "query-invalid"),
  ])
  func `a query that makes no sense says why`(query: String, status: Int, code: String) async throws {
    try await counter { _, counter in
      let answer = try await counter.get("/v1/petitions?\(query)", as: leader)
      #expect(answer.status == status && answer.code == code)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `a unit's list follows the case`() async throws {
    try await counter { _, counter in
      let first = try #require(
        try await counter.get("/v1/petitions?limit=1", as: leader).json["petitions"]?.array?.first)
      let petition = "/v1/petitions/\(first["petitionId"]?.string ?? "")"
      let before = try #require(first["unit"]?.string)
      #expect(try await counter.post("\(petition)/accept", [:], as: leader).status == 200)
      #expect(try await counter.post("\(petition)/assign", ["lead": "brigade"], as: leader).status == 200)
      #expect(try await walk(counter, "&unit=brigade", limit: 1) == [["L-9"]])
      #expect(try await walk(counter, "&unit=\(before)", limit: 50).joined().contains("L-9") == false)
      #expect(try await walk(counter, "&status=assigned", limit: 50) == [["L-9"]])
      #expect(try await walk(counter, "&status=assigned,received&region=321100", limit: 50) == [["L-9", "L-4"]])
    }
  }

  @Test func `a table is the whole list, for spreadsheets, and that it was taken out is on record`() async throws {
    try await counter { desk, counter in
      let table = try await counter.get("/v1/petitions?format=csv&region=360400&sort=received", as: leader)
      #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
      let lines = table.text.split(separator: "\r\n")
      #expect(lines.count == 9 && lines[0].hasPrefix("\u{FEFF}信访编号,"))
      #expect(lines[1].contains("江西省九江市") && lines[1].contains(",2024-02-15 09:00,") && lines[1].contains(",L-0,"))
      let byHeader = try await counter.get("/v1/petitions", as: leader, headers: ["Accept": "text/csv"])
      #expect(byHeader.text.split(separator: "\r\n").count == 11)
      #expect(try await desk.count("select count(*) from audit where action = 'petition.list-exported'") == 2)
    }
  }

  @Test func `a version that is known is not sent again, a step on an old one is refused`() async throws {
    try await counter { _, counter in
      let first = try #require(
        try await counter.get("/v1/petitions?limit=1", as: leader).json["petitions"]?.array?.first)
      let petition = "/v1/petitions/\(first["petitionId"]?.string ?? "")"
      let seen = try await counter.get(petition, as: leader)
      #expect(seen.tag == "\"1\"")
      #expect(try await counter.get(petition, as: leader, headers: ["If-None-Match": seen.tag]).status == 304)
      let accepted = try await counter.post("\(petition)/accept", [:], as: leader, headers: ["If-Match": seen.tag])
      #expect(accepted.status == 200 && accepted.tag == "\"2\"")
      #expect(try await counter.get(petition, as: leader).tag == accepted.tag)
      let late = try await counter.post(
        "\(petition)/assign", ["lead": "x"], as: leader, headers: ["If-Match": seen.tag])
      #expect(late.status == 412 && late.code == "precondition-failed")
    }
  }
}
