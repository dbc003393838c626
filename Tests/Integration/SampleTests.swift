import Contracts
import Foundation
import Support
import Testing

/// What deploy/samples shows to those who integrate works against the services as built.
@Suite("Samples for hotlines and agencies", .serialized)
struct SampleTests {
  @Test("a hotline's first complaint, from Python and from a shell, gets its receipt; what is wrong is told")
  func hotline() async throws {
    try await City.with { city in
      let service = try city.start()
      try #require(try await service.becomesReady(), "\(service.lastWords)")
      let first = try Sample("hotline.py", ["W-1", "河水变黑，有刺激气味。", "--phone", "13800000000"], in: city)
      #expect(try await first.ends() == 0, "\(first.printed)")
      #expect(first.printed.contains(#""status": "registered""#) && first.printed.contains("petitionNumber"))
      let again = try Sample("hotline.py", ["W-1", "河水变黑，有刺激气味。", "--phone", "13800000000"], in: city)
      #expect(try await again.ends() == 0 && again.printed.contains(#""status": "duplicate""#), "\(again.printed)")
      let nowhere = try Sample("hotline.py", ["W-2", "不知何处", "--region", "999999"], in: city)
      #expect(try await nowhere.ends() == 2 && nowhere.printed.contains(#""remedy""#), "\(nowhere.printed)")
      let shell = try Sample("hotline.sh", ["W-3", "小区下水道堵塞"], in: city)
      #expect(try await shell.ends() == 0 && shell.printed.contains(#""status":"registered""#), "\(shell.printed)")
      let quoted = try Sample("hotline.sh", ["W-4", "他说：\"河水变黑\"\n附近有\\标记"], in: city)
      #expect(try await quoted.ends() == 0 && quoted.printed.contains(#""status":"registered""#), "\(quoted.printed)")
      let long = try Sample("hotline.sh", ["W-5", String(repeating: "黑", count: 20_000)], in: city)
      #expect(try await long.ends() == 2 && long.printed.contains("field-too-long"), "\(long.printed)")
    }
  }

  @Test("an agency that starts late knows as many petitions as the database, and follows from there")
  func lateAgency() async throws {
    try await City.with { city in
      let service = try city.start()
      try await city.topics.write((0..<40).map { city.complaint($0) })
      #expect(try await city.settles(40), "\(service.lastWords)")
      try await city.rest(service)
      let arguments = ["--state", "state.petitions", "--events", "petitions"]
      let late = try Sample("agency.py", arguments + ["--until-current"], in: city)
      #expect(
        try await late.ends() == 0 && late.printed.hasSuffix("current: 40 subjects\n"), "\(late.printed.suffix(400))")
      let shell = try Sample("agency.sh", ["state.petitions"], in: city)
      #expect(
        try await shell.ends() == 0 && shell.printed.hasSuffix("current: 40 subjects\n"), "\(shell.printed.suffix(400))"
      )
      #expect(shell.printed.split(separator: "\n").count == 41)

      let followers = [
        try Sample("agency.py", arguments, in: city),
        try Sample("agency.sh", ["state.petitions", "petitions"], in: city),
      ]
      defer { for follower in followers { follower.stop() } }
      for follower in followers {
        #expect(try await eventually(within: .seconds(60)) { follower.printed.split(separator: "\n").count >= 40 })
      }
      try await city.topics.write((40..<45).map { city.complaint($0) })
      // What the state includes is not told again, though the shell reads the news from an hour before.
      for follower in followers {
        let news = try await eventually(within: .seconds(60)) {
          follower.printed.split(separator: "\n").filter { $0.contains("ecoredress.petition.received.v1") }.count == 5
        }
        #expect(news, "\(follower.printed.suffix(400))")
      }
    }
  }

  @Test("a webhook receiver believes what is signed, and nothing else")
  func webhook() async throws {
    try await City.with { city in
      let petitions = try city.start()
      let notifications = try await city.join("notifications")
      for service in [petitions, notifications] {
        try #require(try await service.becomesReady(), "\(service.lastWords)")
      }
      let port = FreePort.next()
      let body =
        #"{"url":"http://127.0.0.1:\#(port)/","types":["ecoredress.petition.received.v1"],"regions":["360400"]}"#
      let asked = await notifications.post("/v1/subscriptions", body, token: try await city.token("agency"))
      let answer = try JSON(parsing: Array(try #require(asked?.body).utf8))
      let id = try #require(answer["id"]?.string, "\(answer)")
      let receiver = try Sample(
        "webhook_receiver.py", [try #require(answer["secret"]?.string), "--port", "\(port)"], in: city)
      defer { receiver.stop() }
      try #require(try await eventually { receiver.printed.contains("listening") }, "\(receiver.printed)")
      let approved = await notifications.post(
        "/v1/subscriptions/\(id)/approve", "{}", token: try await city.token("operator"))
      #expect(approved?.status == 200, "\(approved?.body ?? "no answer")")
      let complaint = try Sample("hotline.py", ["W-9", "河水变黑，有刺激气味。"], in: city)
      #expect(try await complaint.ends() == 0, "\(complaint.printed)")
      let told = try await eventually(within: .seconds(60), every: .milliseconds(100)) {
        receiver.printed.contains("ecoredress.petition.received.v1")
      }
      #expect(told, "\(receiver.printed) \(notifications.lastWords)")

      let forged = try Sample.forge(port: port)
      #expect(forged == 401)

      // One that was given another secret believes nothing, and we hear that.
      receiver.stop()
      _ = try await receiver.ends()
      let secret = "whsec_" + Data("another secret, of another agency".utf8).base64EncodedString()
      let other = try Sample("webhook_receiver.py", [secret, "--port", "\(port)"], in: city)
      defer { other.stop() }
      try #require(try await eventually { other.printed.contains("listening") }, "\(other.printed)")
      let tried = await notifications.post("/v1/subscriptions/\(id)/test", "{}", token: try await city.token("agency"))
      let trial = try JSON(parsing: Array(try #require(tried?.body).utf8))
      #expect(trial["taken"]?.bool == false && trial["status"]?.integer == 401, "\(trial)")
      #expect(!other.printed.contains("ecoredress."), "\(other.printed)")
    }
  }
}

extension Sample {
  /// Posts an event that nobody has signed; answers the status.
  static func forge(port: Int) throws -> Int {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/curl")
    curl.arguments = [
      "-s", "-m", "10", "-o", "/dev/null", "-w", "%{http_code}", "-H", "webhook-id: x", "-H",
      "webhook-timestamp: \(Int(Date().timeIntervalSince1970))", "-H", "webhook-signature: v1,AAAA", "-d", "{}",
      "http://127.0.0.1:\(port)/",
    ]
    let pipe = Pipe()
    curl.standardOutput = pipe
    try curl.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    return Int(text) ?? 0
  }
}
