import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Numbers of petitions")
struct PetitionNumberTests {
  private func number(_ externalId: String) throws -> (UUID, PetitionNumber) {
    let id = EventIdentity.petition(source: "/hotline/12369", externalId: externalId)
    let day = try #require(CivilDate(year: 2024, month: 2, day: 15))
    return (id, PetitionNumber(id: id, region: try RegionCode("360482"), received: day))
  }

  @Test func `a number can be read back in any of the ways people type it, and leads to the id`() throws {
    for index in 0..<200 {
      let (id, number) = try number("JJ-\(index)")
      #expect(number.text.hasPrefix("2024-360482-") && number.text.utf8.count == 26)
      #expect(PetitionNumber(number.text) == number)
      #expect(PetitionNumber(number.text.lowercased().filter { $0 != "-" }) == number)
      #expect(number.identifiers.lowerBound.uuidString <= id.uuidString)
      #expect(id.uuidString <= number.identifiers.upperBound.uuidString)
    }
  }

  @Test func `one wrong character or two swapped neighbours are noticed`() throws {
    let (_, number) = try number("JJ-1")
    let characters = Array(number.text.filter { $0 != "-" })
    for index in characters.indices {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != characters[index] {
        var wrong = characters
        wrong[index] = other
        #expect(PetitionNumber(String(wrong)) == nil)
      }
      guard index + 1 < characters.count, characters[index] != characters[index + 1] else { continue }
      var swapped = characters
      swapped.swapAt(index, index + 1)
      #expect(PetitionNumber(String(swapped)) == nil)
    }
  }

  @Test(arguments: [
    "", "2024", "2024-360482-7K3F-9QX2-M4T", "二〇二四", "2024-360482-7K3F-9QX2-M4T!", "A024-360482-7K3F-9QX2-M4TC",
  ])
  func `what is no number is none`(text: String) {
    #expect(PetitionNumber(text) == nil)
  }

  @Test func `ten thousand petitions have ten thousand numbers`() throws {
    #expect(Set(try (0..<10_000).map { try number("N-\($0)").1.text }).count == 10_000)
  }
}
