import Contracts
import FoundationEssentials
import Testing

@Suite("Complaints")
struct ComplaintSubmittedTests {
  private let now = Date(timeIntervalSince1970: 1_767_686_460)

  private func data() throws -> JSONObject {
    let event = try CloudEventCodec.decode(value: Array(ComplaintExample.text.utf8), headers: [])
    return try #require(event.json().object)
  }

  private func read(_ change: (inout JSONObject) -> Void) throws -> ComplaintSubmitted {
    var data = try data()
    change(&data)
    return try ComplaintSubmitted(json: .object(data))
  }

  @Test("The plainest complaint a hotline can send is valid")
  func plainest() throws {
    let event = try CloudEventCodec.decode(value: Array(ComplaintExample.text.utf8), headers: [])
    let complaint = try event.decode(ComplaintSubmitted.self)
    #expect(complaint.externalId == "c-00000001")
    #expect(complaint.channel == .hotline12369)
    #expect(complaint.category == .water)
    #expect(complaint.reporter?.phone == "13800000000")
    #expect(complaint.wantsReply == nil)
    #expect(throws: Never.self) { try complaint.check(time: event.time, now: now) }
  }

  @Test(
    "Each thing wrong is named by its field",
    arguments: [
      ("externalId", nil, ViolationCode.fieldMissing), ("externalId", "", .fieldEmpty),
      ("externalId", "a\u{200F}b", .controlCharacter),
      ("externalId", .string(.init(repeating: "x", count: 129)), .fieldTooLong),
      ("externalId", 7, .fieldType), ("channel", "FAX", .fieldUnknownValue), ("category", "smell", .fieldUnknownValue),
      ("region", "36040", .fieldFormat), ("region", "36040a", .fieldFormat), ("content", nil, .fieldMissing),
      ("content", " \n ", .fieldEmpty), ("content", "\u{202E}", .fieldEmpty), ("content", ["x"], .fieldType),
      ("content", .string(.init(repeating: "水", count: 10_923)), .fieldTooLong),
      ("occurredAt", "2026-01-05 08:00", .fieldFormat), ("reporter", "王先生", .fieldType), ("secret", "yes", .fieldType),
    ] as [(String, JSON?, ViolationCode)])
  func wrong(field: String, value: JSON?, code: ViolationCode) throws {
    let violation = violation { try read { $0[field] = value } }
    #expect(violation?.code == code)
    #expect(violation?.field == "data.\(field)")
  }

  @Test("Fields inside objects and lists are named from the root")
  func nested() throws {
    #expect(violation { try read { $0["reporter"] = ["phone": 138] } }?.field == "data.reporter.phone")
    let attachment: JSON = ["uri": "https://files.example.org/1", "size": 1, "mediaType": "image/jpeg", "sha256": "00"]
    #expect(violation { try read { $0["attachments"] = [attachment] } }?.field == "data.attachments[0].sha256")
    #expect(violation { try read { $0["categories"] = ["air", "x"] } }?.field == "data.categories[1]")
    #expect(violation { try read { $0["reporter"] = ["sealed": "*"] } }?.code == .fieldFormat)
    let many = JSON.array(Array(repeating: attachment, count: 33))
    #expect(violation { try read { $0["attachments"] = many } }?.code == .tooManyItems)
  }

  @Test(
    "A place lies in the region, a position has two degrees, a batch of visitors came on a visit and is not outnumbered"
  )
  func placeAndVisit() throws {
    func found(_ change: (inout JSONObject) -> Void) throws -> String? {
      let complaint = try read(change)
      return violation { try complaint.check(time: nil, now: now) }?.field
    }
    #expect(try found { $0["place"] = ["area": "360402001002", "longitude": 116, "latitude": 29] } == nil)
    #expect(try found { $0["place"] = ["area": "360403001"] } == "data.place.area")
    #expect(try found { $0["place"] = ["latitude": 29] } == "data.place.longitude")
    #expect(try found { $0["visit"] = ["visitors": 2] } == "data.visit")
    func visit(_ visit: JSON) throws -> String? {
      try found {
        $0["channel"] = "VISIT"
        $0["visit"] = visit
      }
    }
    #expect(try visit(["visitors": 2, "representatives": [["name": "甲"]]]) == nil)
    #expect(try visit(["visitors": 1, "representatives": [["name": "甲"], ["name": "乙"]]]) == "data.visit.visitors")
    #expect(
      try visit(["visitors": 1, "representatives": [["name": "甲", "sealed": "AQI="]]])
        == "data.visit.representatives[0].sealed")
    #expect(violation { try read { $0["place"] = ["longitude": "east"] } }?.field == "data.place.longitude")
    #expect(violation { try read { $0["place"] = ["latitude": -91, "longitude": 0] } }?.code == .fieldRange)
    #expect(violation { try read { $0["place"] = ["area": "36040200a"] } }?.code == .fieldFormat)
  }

  @Test("A megabyte of text is refused, and the sender learns the limit but not the text")
  func megabyte() throws {
    let found = violation { try read { $0["content"] = .string(String(repeating: "臭", count: 350_000)) } }
    #expect(found?.code == .fieldTooLong)
    #expect(found?.message.contains("32768") == true)
    #expect(found?.description.contains("臭") == false)
  }

  @Test("Fields nobody knows are tolerated, null is absent")
  func tolerant() throws {
    let complaint = try read {
      $0["weather"] = "rain"
      $0["location"] = .null
    }
    #expect(complaint.location == nil)
  }

  @Test("The complainant's words lose control and direction marks, and nothing else")
  func words() throws {
    let complaint = try read { $0["content"] = "第一行\n\u{202E}第二\u{0}行😷𠮷" }
    #expect(complaint.content == "第一行\n第二行😷𠮷")
  }

  @Test("Instants far in the future or past are refused, at the bound they pass")
  func clock() throws {
    var complaint = try read { _ in }
    complaint.occurredAt = nil
    let bounds = ClockBounds(ahead: 60, behind: 3600)
    func code(_ offset: TimeInterval) -> ViolationCode? {
      violation { try complaint.check(time: now + offset, now: now, bounds: bounds) }?.code
    }
    #expect(code(60) == nil)
    #expect(code(61) == .timeTooLate)
    #expect(code(-3600) == nil)
    #expect(code(-3601) == .timeTooEarly)
    complaint.occurredAt = now + 61
    #expect(violation { try complaint.check(time: nil, now: now, bounds: bounds) }?.field == "data.occurredAt")
  }

  @Test("An identity both sealed and in the clear is refused")
  func sealedTwice() throws {
    let both = try read { $0["reporter"] = ["sealed": "AQI=", "name": "王"] }
    #expect(violation { try both.check(time: nil, now: now) }?.code == .fieldConflict)
    let sealed = try read { $0["reporter"] = ["sealed": "AQI=", "anonymous": true] }
    #expect(violation { try sealed.check(time: nil, now: now) } == nil)
  }

  @Test("Every channel belongs to one class")
  func classes() {
    #expect(IntakeChannel.hotline12345.intakeClass == .phone)
    #expect(IntakeChannel.email.intakeClass == .letter)
    #expect(IntakeChannel.wechatGroup.intakeClass == .net)
    #expect(IntakeChannel.visit.intakeClass == .visit)
  }

  @Test("An event of another type or version is not read as a complaint")
  func otherType() throws {
    var event = try CloudEventCodec.decode(value: Array(ComplaintExample.text.utf8), headers: [])
    event.type = "ecoredress.complaint.submitted.v2"
    #expect(violation { try event.decode(ComplaintSubmitted.self) }?.code == .versionUnknown)
    event.type = "ecoredress.petition.received.v1"
    #expect(violation { try event.decode(ComplaintSubmitted.self) }?.code == .typeUnknown)
  }
}
