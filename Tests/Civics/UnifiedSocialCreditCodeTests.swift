import Civics
import Testing

@Suite struct UnifiedSocialCreditCodeTests {
  @Test("valid codes are kept", arguments: ["91350100M000100Y43", "91110108551385082Q", "91110000600037341L"])
  func valid(text: String) throws {
    let code = try UnifiedSocialCreditCode(text)
    #expect(code.text == text)
    #expect(code.organisationCodeWarning == nil)
  }

  @Test(
    "the spelling of people is forgiven",
    arguments: [
      " 91110108551385082q ", "９１１１０１０８５５１３８５０８２Ｑ", "\u{FEFF}91110108551385082Q\u{200B}\n",
      "9111\u{200D}0108551385082Q\u{3000}",
    ])
  func cleaned(text: String) throws {
    #expect(try UnifiedSocialCreditCode(text).text == "91110108551385082Q")
  }

  @Test("each failed check is named")
  func failures() {
    func error(_ text: String) -> UnifiedSocialCreditCodeError? {
      do throws(UnifiedSocialCreditCodeError) {
        _ = try UnifiedSocialCreditCode(text)
        return nil
      } catch {
        return error
      }
    }
    #expect(error("91350100M000100Y4Z") == .character("Z", position: 18))
    #expect(error("91350100M000100Y44") == .checkCharacter(found: "4", expected: "3"))
    #expect(error("91350100M000100Y4") == .length(17))
    #expect(error("-") == .length(1))
    #expect(error("") == .length(0))
    #expect(error("91350100I000100Y43") == .character("I", position: 9))
    #expect(error("9135O100M000100Y43") == .character("O", position: 5))
    #expect(error("9135A100M000100Y43") == .divisionNotNumeric("A", position: 5))
    #expect(error("91350100中000100Y43") == .character("中", position: 9))
    #expect(error("9135 100M000100Y43")?.description.contains("U+0020") == true)
  }

  @Test("a sum that is a multiple of 31 gives the check character 0: the outer mod")
  func outerModulo() throws {
    // Search the family of codes for one whose weighted sum is ≡ 0, then demand that it is accepted.
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var found = 0
    for character in alphabet {
      let head = "9135010\(0)M000100Y\(character)"
      if (try? UnifiedSocialCreditCode(head + "0")) != nil { found += 1 }
    }
    #expect(found == 1)
  }

  @Test("exactly one check character fits, so every other wrong last character is caught")
  func oneOfThirtyOne() {
    let fitting = "0123456789ABCDEFGHJKLMNPQRTUWXY".filter {
      (try? UnifiedSocialCreditCode("91350100M000100Y4" + String($0))) != nil
    }
    #expect(fitting == "3")
  }

  @Test("an organisation code that fails its own check is a warning, not a refusal")
  func organisationWarning() throws {
    var warned: UnifiedSocialCreditCode?
    for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
      if let code = try? UnifiedSocialCreditCode("91350100M000100Y5" + String(last)) { warned = code }
    }
    let code = try #require(warned)
    #expect(code.organisationCodeWarning == .checkCharacter(found: "5", expected: "4"))
  }

  @Test("organisation codes with and without the hyphen", arguments: ["M000100Y4", "M000100Y-4", " m000100y-4"])
  func organisationCode(text: String) throws {
    #expect(try OrganisationCode(text).text == "M000100Y4")
  }

  @Test("organisation codes that fail")
  func organisationCodeFailures() {
    #expect(throws: OrganisationCodeError.length(8)) { try OrganisationCode("M000100Y") }
    #expect(throws: OrganisationCodeError.checkCharacter(found: "5", expected: "4")) {
      try OrganisationCode("M000100Y5")
    }
    #expect(throws: OrganisationCodeError.character(position: 2)) { try OrganisationCode("M#00100Y4") }
  }

  @Test("the registry's division is known where our table has it")
  func registry() throws {
    #expect(try UnifiedSocialCreditCode("91350100M000100Y43").registryRegion?.name == "福州市")
  }
}
