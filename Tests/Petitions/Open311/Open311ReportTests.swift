import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Reports of 311 clients, as complaints")
struct Open311ReportTests {
  private let home: RegionCode

  init() throws { home = try RegionCode("360400") }

  private func report(_ form: String) throws -> ComplaintSubmitted {
    try Open311Report(try Open311Parameters(form), home: home, channel: .platform12369, id: "r-1").complaint
  }

  @Test func `a report has everything a complaint needs, and the contract's limits hold`() throws {
    let complaint = try report(
      "service_code=water&description=%E6%B2%B3%E6%B0%B4%E5%8F%98%E9%BB%91&lat=29.70&long=115.99&address_string=A+B&"
        + "address_id=360402&first_name=%E5%AD%A6%E4%B9%89&last_name=%E4%BE%AF&phone=13800138000&email=hou%40example.com&"
        + "attribute%5BPOLLUTER%5D=%E6%9F%90%E5%8E%82&attribute%5BSECRET%5D=yes&media_url=https%3A%2F%2Fx.example%2Fa.jpg"
    )
    #expect(complaint.category == .water && complaint.region == "360402" && complaint.location == "A B")
    #expect(complaint.content == "河水变黑\n图片或者视频:https://x.example/a.jpg")
    #expect(complaint.place?.latitude == Decimal(string: "29.70"))
    #expect(complaint.place?.longitude == Decimal(string: "115.99"))
    #expect(complaint.reporter?.name == "侯学义" && complaint.reporter?.email == "hou@example.com")
    #expect(complaint.subject?.siteName == "某厂" && complaint.secret == true)
    #expect(complaint.channel == .platform12369 && complaint.externalId == "r-1")
    #expect(
      try report("service_code=air&description=x&address_string=y&first_name=Ann&last_name=Lee").reporter?.name
        == "Ann Lee")
    #expect(try report("service_code=air&description=x&address_string=y").reporter == nil)
  }

  @Test(
    "what is missing or wrong is named",
    arguments: [
      ("description=x&address_string=y", 400, "service_code"), ("service_code=taxi&description=x", 404, "service_code"),
      ("service_code=air&address_string=y", 400, "description"),
      ("service_code=air&description=x", 400, "lat and long"),
      ("service_code=air&description=x&lat=29", 400, "long"),
      ("service_code=air&description=x&lat=91&long=1", 400, "lat"),
      ("service_code=air&description=x&lat=1e1&long=1", 400, "lat"),
      ("service_code=air&description=x&lat=nan&long=1", 400, "lat"),
      ("service_code=air&description=x&address_id=110101", 400, "address_id"),
      ("service_code=air&description=x&address_id=999999", 400, "address_id"),
      ("service_code=air&description=x&address_string=y&attribute[SECRET]=maybe", 400, "SECRET"),
      ("service_code=air&description=x&address_string=y&attribute[OCCURRED_AT]=yesterday", 400, "OCCURRED_AT"),
      ("service_code=air&description=%FF&address_string=y", 400, "UTF-8"),
      ("service_code=air&description=%4&address_string=y", 400, "percent"),
    ])
  func refusals(form: String, status: Int, words: String) throws {
    do {
      _ = try report(form)
      Issue.record("taken: \(form)")
    } catch let error as Open311Error {
      #expect(error.status == status && error.description.contains(words), "\(error)")
    }
  }

  @Test func `long texts and many parameters are refused, not cut`() throws {
    let long = String(repeating: "x", count: Open311Report.longestDescription + 1)
    #expect(throws: Open311Error.self) { try report("service_code=air&address_string=y&description=\(long)") }
    let address = String(repeating: "y", count: 3_000)
    #expect(throws: Open311Error.self) { try report("service_code=air&description=x&address_string=\(address)") }
    let many = (0..<200).map { "a\($0)=1" }.joined(separator: "&")
    #expect(throws: Open311Error.self) { try Open311Parameters(many) }
  }

  @Test func `a span ends where it says, and is at most ninety days long`() throws {
    let now = try Fixtures.instant(2024, 3, 1)
    func window(_ text: String) throws -> Open311Window {
      try Open311Window(try Open311Parameters(text), days: 90, now: now)
    }
    let standard = try window("")
    #expect(standard.before == now && now.timeIntervalSince(standard.from) == 90 * 86_400)
    let day = try window("start_date=2024-01-01T00:00:00Z&end_date=2024-01-02T00:00:00+08:00")
    #expect(day.before.timeIntervalSince(day.from) == 16 * 3_600 + 1)
    let open = try window("start_date=2024-01-01T00:00:00Z")
    #expect(open.before.timeIntervalSince(open.from) == 90 * 86_400)
    for wrong in [
      "start_date=2024-01-01", "start_date=2024-02-01T00:00:00Z&end_date=2024-01-01T00:00:00Z",
      "start_date=2023-01-01T00:00:00Z&end_date=2024-01-01T00:00:00Z",
    ] { #expect(throws: Open311Error.self) { try window(wrong) } }
  }

  @Test func `markup and control characters cannot leave their element`() {
    let value = Open311Value.object([
      ("a", .text("<b>&\u{1}\u{FFFF}")), ("c", .nothing), ("d", .list(of: "e", [.flag(true)])),
    ])
    #expect(value.xml("r") == "<r><a>&lt;b&gt;&amp;\u{FFFD}\u{FFFD}</a><c/><d><e>true</e></d></r>")
    #expect(value.json["c"] == .null && value.json["d"] == [true])
  }
}
