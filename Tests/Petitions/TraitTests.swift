import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Traits by which petitions are found")
struct TraitTests {
  private let likeness = Likeness(metres: 200, days: 30, characters: 10)

  private func seeds(_ change: (inout ComplaintSubmitted) -> Void) -> [TraitKind: Set<String>] {
    var complaint = Fixtures.complaint()
    change(&complaint)
    return ComplaintTraits(complaint, subject: nil, likeness: likeness).seeds.reduce(into: [:]) {
      $0[$1.kind, default: []].insert($1.text)
    }
  }

  @Test(arguments: [
    ("小区下水道堵塞，污水反流！", "小区下水道堵塞,污水反流!"), ("Ａ厂 夜间  排污\n", "a厂夜间排污"), ("“臭气”……３天", "臭气3天"),
    ("𠮷野家　油烟（大）", "𠮷野家油烟大"),
  ])
  func `words are equal whatever their spaces and punctuation`(one: String, other: String) {
    #expect(FoldedText.fold(one).text == FoldedText.fold(other).text)
  }

  @Test func `folding counts characters and leaves nothing of mere punctuation`() {
    #expect(FoldedText.fold("污水，反流。abc").characters == 7)
    #expect(FoldedText.fold("，。！？  \n……").text.isEmpty)
    #expect(FoldedText.fold("").characters == 0)
  }

  @Test func `positions within the distance share a cell, positions far apart share none`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let latitude = Double.random(in: -85...85, using: &generator)
      let longitude = Double.random(in: -179...179, using: &generator)
      // A metre in degrees, east and north.
      let north = 1 / 111_320.0
      let east = north / max(0.01, cosine(latitude))
      let angle = Double.random(in: 0..<1, using: &generator)
      func cells(_ metres: Double) -> Set<String> {
        Set(
          NearCells.of(
            longitude: longitude + angle * metres * east, latitude: latitude + (1 - angle) * metres * north, metres: 200
          ))
      }
      let here = cells(0)
      #expect(here.count == 4)
      #expect(!here.isDisjoint(with: cells(140)))
      #expect(here.isDisjoint(with: cells(1_200)))
    }
    #expect(NearCells.of(longitude: 116, latitude: 29, metres: 0).isEmpty)
  }

  private func cosine(_ degrees: Double) -> Double {
    let x = degrees * .pi / 180
    var (sum, term) = (0.0, 1.0)
    for index in 0..<12 {
      sum += term
      let next: Double = Double(2 * index + 1) * Double(2 * index + 2)
      term = -term * x * x / next
    }
    return sum
  }

  @Test func `a person is known by telephone, mail and number, and so is who speaks for visitors`() {
    let found = seeds {
      $0.reporter = Reporter(phone: "+86 138 0013 8000", email: "Hou@Example.com")
      $0.visit = VisitBatch(visitors: 9, representatives: [Reporter(phone: "13900000000")])
      $0.supervisor = "JD-7"
    }
    #expect(found[.person] == ["13800138000", "hou@example.com", "13900000000", "supervisor JD-7"])
  }

  @Test func `a site is known by its name within the city, words by the county, a place by its kind`() {
    let found = seeds {
      $0.subject = ComplaintSubject(siteName: "洗砂厂（东）")
      $0.location = "河西路 3 号"
      $0.place = ComplaintPlace(area: "360482001002", grid: "G-3")
      $0.content = "洗砂厂夜里排污，河水发白"
    }
    #expect(found[.site] == ["site 3604 洗砂厂-东"])
    #expect(found[.text] == ["text 360482 洗砂厂夜里排污河水发白"])
    #expect(found[.near] == ["grid water 3604 G-3", "area water 360482001002", "location water 3604 河西路3号"])
    #expect(seeds { $0.content = "太臭了" }[.text] == nil, "short words are equal by chance")
  }

  @Test func `however much is sent, few traits are kept`() {
    let many = seeds {
      $0.visit = VisitBatch(visitors: 99, representatives: (0..<32).map { Reporter(phone: "1390000\(1000 + $0)") })
    }
    #expect(many.values.map(\.count).reduce(0, +) <= ComplaintTraits.most)
  }

  @Test func `a trait knows its kind, and survives being packed`() {
    let traits = TraitKind.allCases.map { Trait($0, hash: Array(repeating: 0xFF, count: 32)) }
    #expect(traits.map(\.kind) == TraitKind.allCases)
    #expect(Trait.unpacked(Trait.packed(traits)) == traits)
    #expect(Trait.unpacked([1, 2, 3]).isEmpty)
    #expect(Trait(key: .max).kind == nil && Trait(key: -1).kind == nil)
    #expect(Trait.reasons(traits, [traits[0], traits[2]]) == [.samePerson, .sameText])
  }
}
