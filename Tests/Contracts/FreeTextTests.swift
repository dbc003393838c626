import Contracts
import Testing

@Suite("Words that people wrote")
struct FreeTextTests {
  @Test("Rare Han characters, emoji, joiners and line breaks stay")
  func kept() {
    for text in ["住在𠮷山村", "臭气熏天😷", "👨‍👩‍👧", "第一行\n第二行\r\n\t缩进", "café", "e\u{301}", "—“”…"] {
      #expect(Array(FreeText.clean(text).unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test("Control characters and marks that turn the direction of text go")
  func removed() {
    #expect(FreeText.clean("a\u{0}b\u{7}c\u{1B}[31m\u{7F}\u{85}\u{9F}d") == "abc[31md")
    #expect(FreeText.clean("\u{202E}txt.exe\u{202C}\u{2066}x\u{2069}\u{200E}\u{200F}\u{061C}") == "txt.exex")
  }
}
