import Civics
import Testing

@Suite("Provable draws")
struct ProvableDrawTests {
  private static let seed = String(repeating: "0", count: 63) + "1"

  private func draw(
    _ items: [String], purpose: String = "测试 2024-02", seeds: [(String, String)] = [("city", seed)]
  ) throws -> ProvableDraw {
    try ProvableDraw(
      purpose: purpose, pool: try DrawPool(items),
      seeds: try seeds.map { try DrawSeed(contributor: $0.0, hexadecimal: $0.1) })
  }

  /// Computed by other code from the description alone.
  @Test func `a draw gives what the description says`() throws {
    let items = ["西泵站", "a", "b", "c", "乙", "甲"]
    let one = try draw(items)
    #expect(one.pool.sha256 == "58312356280e53ec334765f66f2fb4290b3d277b7a525d8a41e347d83f5bb0b6")
    #expect(one.commitments == ["city": "bb79e5305ca1a5b859faa9d34e31dc57cf2aec34f28d9349020691feadeeab44"])
    #expect(one.order == ["c", "西泵站", "乙", "a", "b", "甲"])
    let firm = ("firm", String(repeating: "f", count: 64))
    let two = try draw(items, seeds: [firm, ("city", Self.seed)])
    #expect(two.order == ["c", "甲", "西泵站", "a", "b", "乙"])
    #expect(two.drawn(2) == ["c", "甲"])
  }

  @Test(arguments: 0..<50)
  func `the order holds every item once, whatever order the pool came in`(round: UInt64) throws {
    var generator = Numbers(state: round)
    let count = Int.random(in: 1...60, using: &generator)
    let items = (0..<count).map { "item \($0)" }
    let first = try draw(items.shuffled(using: &generator))
    let second = try draw(items.shuffled(using: &generator))
    #expect(first.order == second.order && Set(first.order) == Set(items) && first.order.count == count)
    for size in [-1, 0, 1, count / 2, count, count + 5] {
      #expect(first.drawn(size) == Array(first.order.prefix(max(0, size))))
    }
  }

  @Test func `another seed, purpose or pool gives another order`() throws {
    let items = (0..<40).map { "\($0)" }
    let order = try draw(items).order
    #expect(try draw(items, purpose: "测试 2024-03").order != order)
    #expect(try draw(items, seeds: [("county", Self.seed)]).order != order)
    for digit in 0..<64 {
      var other = Array(repeating: Character("0"), count: 64)
      other[digit] = "2"
      #expect(try draw(items, seeds: [("city", String(other))]).order != order)
    }
    // One item more gives another order of the others too: nobody can try an item out.
    #expect(try draw(items + ["one more"]).order.filter { $0 != "one more" } != order)
  }

  /// 3,000 draws of one in ten: each is expected 300 times, with a standard deviation of 16.4.
  @Test func `every item is as likely as any other`() throws {
    let items = (0..<10).map { "case \($0)" }
    let pool = try DrawPool(items)
    var firsts: [String: Int] = [:]
    var lasts: [String: Int] = [:]
    for number in 0..<3_000 {
      let digits = String(number, radix: 16)
      let seed = String(repeating: "0", count: 64 - digits.utf8.count) + digits
      let draw = try ProvableDraw(
        purpose: "chance", pool: pool, seeds: [try DrawSeed(contributor: "c", hexadecimal: seed)])
      firsts[draw.order[0], default: 0] += 1
      lasts[draw.order[9], default: 0] += 1
    }
    for counts in [firsts, lasts] {
      #expect(items.allSatisfy { (218...382).contains(counts[$0] ?? 0) }, "\(counts)")
    }
  }

  @Test func `a random seed is committed to, and another does not fit`() throws {
    let seed = try DrawSeed.random(contributor: "city")
    let other = try DrawSeed.random(contributor: "city")
    #expect(seed != other && seed.hexadecimal.utf8.count == 64)
    #expect(seed.commitment(for: "a") != other.commitment(for: "a"))
    #expect(seed.commitment(for: "a") != seed.commitment(for: "b"))
  }

  @Test func `texts that would hash as two are refused`() throws {
    // Not as arguments: a report that holds a zero ends there.
    for text in ["", "a\nb", "a\r", "\u{7F}", "\u{0}"] {
      #expect(throws: DrawError.notOneLine(text)) { try DrawPool(["x", text]) }
      #expect(throws: DrawError.notOneLine(text)) { try DrawSeed(contributor: text, hexadecimal: Self.seed) }
      #expect(throws: DrawError.notOneLine(text)) { try draw(["x"], purpose: text) }
    }
  }

  @Test func `what makes a draw doubtful is refused`() throws {
    #expect(throws: DrawError.duplicateItem("x")) { try DrawPool(["x", "y", "x"]) }
    #expect(throws: DrawError.contributors) { try draw(["x"], seeds: []) }
    #expect(throws: DrawError.contributors) { try draw(["x"], seeds: [("c", Self.seed), ("c", Self.seed)]) }
    for bad in ["", "00", String(repeating: "G", count: 64), String(repeating: "A", count: 64)] {
      #expect(throws: DrawError.notHexadecimal) { try DrawSeed(contributor: "c", hexadecimal: bad) }
    }
    // The same letters in two forms are two items: bytes count, not what they look like.
    #expect(try DrawPool(["é", "e\u{301}"]).items.count == 2)
    #expect(try draw([]).order.isEmpty)
  }

  @Test func `the pool is a file that sort and sha256sum understand`() throws {
    let pool = try DrawPool(["b", "a"])
    #expect(pool.document == "a\nb\n")
    #expect(pool.sha256 == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2")
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
