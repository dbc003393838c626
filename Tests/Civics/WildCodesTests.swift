import Civics
import Foundation
import Testing

/// Codes as they are found in the wild, from the data beside the checkout.
@Suite struct WildCodesTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/zh_ningxia_enterprises_credit.json")

  @Test(
    "of 220 codes found in the wild the sound ones are kept and the others refused for the right reason",
    .enabled(if: FileManager.default.fileExists(atPath: file.path), "the data is not beside this checkout"))
  func ningxia() throws {
    let data = try Data(contentsOf: Self.file)
    let firms = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    var kept = 0
    var refused: [String: Int] = [:]
    for firm in firms {
      let written = try #require(firm["代码"] as? String)
      do throws(UnifiedSocialCreditCodeError) {
        _ = try UnifiedSocialCreditCode(written)
        kept += 1
      } catch {
        refused[error.code, default: 0] += 1
      }
    }
    print("kept \(kept), refused \(refused)")
    #expect(firms.count == 220)
    #expect(kept >= 139)
    #expect(refused["uscc-check-character"] == 3)
    #expect(refused["uscc-character"] == 2)
  }
}
