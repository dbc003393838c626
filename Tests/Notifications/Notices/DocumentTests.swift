import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Notifications

@Suite("Legal documents")
struct DocumentTests {
  private func documents(_ office: NoticeOffice) async throws -> [(
    line: DocumentStore.Line, plain: String, html: String
  )] {
    try await office.runner.read { connection in
      let lines = try await DocumentStore.list(
        DocumentFilter(regions: ["360000"]), before: .max, limit: 10, on: connection)
      var found: [(line: DocumentStore.Line, plain: String, html: String)] = []
      for line in lines {
        found.append(
          (
            line, try await DocumentStore.text(line.id, html: false, on: connection) ?? "",
            try await DocumentStore.text(line.id, html: true, on: connection) ?? ""
          ))
      }
      return found
    }
  }

  @Test func `a letter is printed with number, findings, demands, days and a slip to acknowledge`() async throws {
    try await NoticeOffice.with { office in
      try await office.tell(NoticeFixtures.letter())
      let document = try #require(try await documents(office).first)
      #expect(document.line.code == "reminder-letter" && document.line.number == "提示函〔2026〕360400-1号")
      #expect(document.line.issuer == "九江市生态环境局" && document.line.addressee == "unit:360482")
      #expect(document.line.edition.contains("notices 1 ") && document.line.sha256.utf8.count == 64)
      for words in [
        "工作提示函", "共青城生态环境局:", "360482-26-000017", "立刻整改", "举一反三", "2026年3月7日 前(第十条)", "2026年3月2日", "送达回证",
      ] {
        #expect(document.plain.contains(words), "\(words)")
        #expect(document.html.contains(words), "\(words)")
      }
      #expect(document.plain.contains("整改<未>完成 & 无记录"))
      #expect(document.html.contains("整改&lt;未&gt;完成 &amp; 无记录") && !document.html.contains("<未>"))
      #expect(document.html.hasPrefix("<!DOCTYPE html>") && document.html.contains("@page{size:A4"))
    }
  }

  @Test func `documents without a number of their own are counted without gaps by year, kind and region`() async throws
  {
    try await NoticeOffice.with { office in
      func refuse(_ id: String, region: String = "360482", at: String = "2026-03-02T01:00:00Z") async throws {
        var data = JSONObject()
        data.set("petitionNumber", "n-\(id)")
        data.set("reason", "not-competent")
        data.set("referredTo", "市住建局")
        data.set("region", region)
        data.set("at", at)
        try await office.tell(NoticeFixtures.event(.petitionRefused, id: id, subject: id, region: region, data))
      }
      try await refuse("r-1")
      try await refuse("r-2")
      try await refuse("r-1")
      try await refuse("r-3", region: "360402")
      office.clock.now = NoticeFixtures.at("2027-01-04T02:00:00Z")
      try await refuse("r-4", at: "2027-01-04T01:00:00Z")
      let numbers = try await documents(office).map(\.line.number).reversed()
      #expect(
        Array(numbers) == [
          "不予受理告知书〔2026〕360482-1号", "不予受理告知书〔2026〕360482-2号", "不予受理告知书〔2026〕360402-1号",
          "不予受理告知书〔2027〕360482-1号",
        ])
      let plain = try #require(try await documents(office).last).plain
      #expect(plain.contains("不属于本机关职权范围") && plain.contains("请向 市住建局 反映"))
    }
  }

  @Test func `markup is read line by line, and nothing in a value becomes markup of HTML`() {
    let text = DocumentText("< 收件人:\n正文\n## 一、要求\n- 甲\n- <script>\n\n结尾")
    #expect(
      text.blocks == [
        .margin("收件人:"), .paragraph("正文"), .heading("一、要求"), .list(["甲", "<script>"]), .paragraph("结尾"),
      ])
    #expect(text.html.contains("<li>&lt;script&gt;</li>") && !text.html.contains("<script>"))
    #expect(text.plain.contains("\u{3000}\u{3000}1. 甲\n\u{3000}\u{3000}2. <script>"))
  }

  @Test func `what was issued can be changed by nobody`() async throws {
    try await NoticeOffice.with { office in
      try await office.tell(NoticeFixtures.letter())
      await #expect(throws: PostgresError.self) {
        try await office.pool.execute("update legal_document set title = 'forged'")
      }
      await #expect(throws: PostgresError.self) { try await office.pool.execute("delete from legal_document") }
    }
  }
}
