import Contracts
import Foundation
import Testing

@Suite("Pages for outsiders")
struct DocumentationTests {
  private func page(_ name: String) throws -> String {
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    path += ["deploy", "docs", name[...]]
    return try String(contentsOfFile: path.joined(separator: "/"), encoding: .utf8)
  }

  @Test("every code of a violation is listed with its sentence and remedy, in Chinese too, and no other")
  func codes() throws {
    let (english, chinese) = (try page("hotlines.md"), try page("hotlines.zh-CN.md"))
    for code in ViolationCode.allCases {
      #expect(english.contains("| `\(code.rawValue)` | \(code.meaning) | \(code.remedy) |"), "\(code)")
      #expect(chinese.contains("| `\(code.rawValue)` |"), "\(code)")
    }
    for (page, head) in [(english, "| code |"), (chinese, "| 代码 |")] {
      let rows = try #require(page.range(of: head).map { page[$0.upperBound...] }).split(separator: "\n").dropFirst()
      #expect(rows.prefix { $0.hasPrefix("| `") || $0.hasPrefix("|-") }.count == ViolationCode.allCases.count + 1)
    }
  }
}
