import Hummingbird
import Testing

@testable import ServiceKit

@Suite("Entity tags, keys, cursors, queries, tables")
struct PreconditionTests {
  private func request(_ headers: HTTPFields = [:], path: String = "/v1/things") -> Request {
    Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer()))
  }

  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem
    }
  }

  @Test(arguments: [
    (#""7""#, nil), ("*", nil), (#""6", "7""#, nil), (#" "x,y" ,"7""#, nil), (#""6""#, 412), (#"W/"7""#, 412),
    ("7", 400), (#""7"#, 400), (#""7" "8""#, 400), ("", 400), (#""7","#, 400), (#""a b""#, 400),
  ])
  func `a change is made on the version seen, or not at all`(header: String, status: Int?) {
    let found = problem { try IfMatch(request([.ifMatch: header])).check(EntityTag(version: 7)) }
    #expect(found?.status == status)
  }

  @Test func `a blind change is refused where it must not be made`() throws {
    #expect(problem { _ = try IfMatch.required(request()) }?.status == 428)
    #expect(problem { try IfMatch(request()).check(EntityTag(version: 7)) } == nil)
    #expect(EntityTag(version: 7).isKnown(to: request([.ifNoneMatch: #"W/"7""#])))
    #expect(!EntityTag(version: 7).isKnown(to: request([.ifNoneMatch: #""8""#])))
  }

  @Test(arguments: [
    ("a-1", "a-1"), (#""a-1""#, "a-1"), (String(repeating: "k", count: 128), String(repeating: "k", count: 128)),
  ])
  func `a key is read bare or quoted`(header: String, key: String) throws {
    #expect(try IdempotencyKey(request([HeaderNames.idempotencyKey: header]))?.text == key)
    #expect(try IdempotencyKey(request()) == nil)
  }

  @Test(arguments: ["", "\"\"", "a b", "ä", "a\"b", String(repeating: "k", count: 129)])
  func `what is no key is refused`(header: String) {
    #expect(problem { _ = try IdempotencyKey(request([HeaderNames.idempotencyKey: header])) }?.status == 400)
    #expect(problem { _ = try IdempotencyKey.required(request()) }?.status == 422)
  }

  @Test func `a cursor comes back as it went out, and belongs to its list`() throws {
    let cursor = PageCursor([.min, -1])
    let text = cursor.text(of: "a?x")
    #expect(text.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
    #expect(try PageCursor(text, of: "a?x", keys: 2) == cursor)
    for wrong in [text + "A", String(text.dropLast()), "", "????", String(repeating: "A", count: 500)] {
      #expect(problem { _ = try PageCursor(wrong, of: "a?x", keys: 2) }?.field == "query.cursor")
    }
    #expect(problem { _ = try PageCursor(text, of: "a?y", keys: 2) }?.status == 422)
    let instant = PageCursor.instant(1_767_686_460_123_457)
    #expect(PageCursor.key(instant) == 1_767_686_460_123_457)
  }

  @Test func `a query says what it knows and refuses the rest`() throws {
    let names: Set = ["from", "role", "limit", "wide"]
    let query = try QueryReader(
      request(path: "/x?from=2026-01-06T08:00:00+08:00&role=clerk,leader,clerk&limit=5&wide="), allowing: names)
    #expect(try query.instant("from") != nil && query.integer("limit", in: 1...5) == 5)
    #expect(try query.codes("role", as: Role.self) == [.clerk, .leader])
    #expect(query.text("wide") == nil)
    #expect(query.canonical(without: ["limit"]) == "4:from25:2026-01-06T08:00:00+08:004:role18:clerk,leader,clerk")
    for (path, field) in [
      ("/x?limit=6", "query.limit"), ("/x?limit=many", "query.limit"), ("/x?from=yesterday", "query.from"),
      ("/x?role=king", "query.role"), ("/x?wide=yes", "query.wide"), ("/x?limit=1&limit=2", "query.limit"),
    ] {
      let found = problem {
        let query = try QueryReader(request(path: path), allowing: names)
        _ = try query.instant("from")
        _ = try query.integer("limit", in: 1...5)
        _ = try query.codes("role", as: Role.self)
        _ = try query.flag("wide")
      }
      #expect(found?.status == 422 && found?.field == field, "\(path)")
    }
    #expect(problem { _ = try QueryReader(request(path: "/x?form=1"), allowing: names) }?.code == "query-unknown")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@sum", "'@sum"), ("-3", "-3"), ("-3+cmd", "'-3+cmd"), ("+86", "+86"), ("＝1", "'＝1"),
    ("\tx", "'\tx"), ("a,b", "\"a,b\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("水", "水"), ("", ""),
  ])
  func `a cell is no formula`(written: String, cell: String) {
    #expect(CSVResponse.cell(written) == cell)
  }

  @Test func `who asks behind proxies is who the outermost trusted one saw`() {
    func client(_ forwarded: [String], _ proxies: Int) -> String? {
      ForwardedAddress.client(of: "10.0.0.1", forwarded: forwarded, trustedProxies: proxies)
    }
    #expect(client(["6.6.6.6, 1.2.3.4"], 0) == "10.0.0.1")
    #expect(client(["6.6.6.6, 1.2.3.4"], 1) == "1.2.3.4")
    #expect(client(["6.6.6.6", "1.2.3.4, 10.0.0.9"], 2) == "1.2.3.4")
    #expect(client(["1.2.3.4"], 2) == "1.2.3.4")
    #expect(client([], 1) == "10.0.0.1" && client([" "], 1) == "10.0.0.1")
  }
}
