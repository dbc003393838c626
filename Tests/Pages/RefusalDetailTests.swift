import Contracts
import Testing

@testable import Pages

@Suite("Sentences of details in Chinese")
struct RefusalDetailTests {
  private static let words = WordBook([
    "status.closed": PageText("已办结", "Closed"), "accept": PageText("受理", "Accept"), "red": PageText("红", "Red"),
  ])
  private static let book = RefusalBook(
    Array(
      """
      # For people.
      =Nothing is here.|这里没有。
      ={step} cannot be taken while the case is {status}.|“{status}”时不能“{step}”。
      =From {low} to {high}.|{low} 至 {high}。
      =It ended at {due}.|已于 {due} 届满。
      =One of {colour}|可选：{colour}。
      =Must be {choice}|应为：{choice}
      code|错|改。
      """.utf8))

  private static func chinese(_ sentence: String) -> String? { book.detail(sentence, words: words) }

  @Test func `words, numbers and instants are put where they belong`() {
    #expect(Self.chinese("Nothing is here.") == "这里没有。")
    #expect(Self.chinese("accept cannot be taken while the case is closed.") == "“已办结”时不能“受理”。")
    #expect(Self.chinese("From -1 to 90.5.") == "-1 至 90.5。")
    #expect(Self.chinese("It ended at 2026-01-06T16:00:00Z.") == "已于 2026-01-07 00:00 届满。")
    #expect(Self.chinese("One of red, accept") == "可选：红、受理。")
    #expect(Self.book.detail("Must be closed, red", words: Self.words, field: "status") == "应为：已办结、红")
    #expect(Self.chinese("Must be closed, red") == nil)
  }

  @Test func `a sentence that is unknown, or holds a word without Chinese, is none`() {
    for sentence in [
      "", "Nothing", "Nothing is here. Or is it?", "mend cannot be taken while the case is closed.", "From here to 9.",
      "It ended at .", "From 1 to 2", "One of red, blue",
    ] {
      #expect(Self.chinese(sentence) == nil, "\(sentence)")
    }
  }

  @Test func `a book has the words of its table alone`() {
    #expect(Self.book.has("code") && !Self.book.has("=Nothing is here.") && !Self.book.has("other"))
    #expect(Self.book.words(ofStatus: 409).title == "未能办理")
  }
}
