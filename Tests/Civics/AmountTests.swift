import Civics
import Testing

@Suite struct AmountTests {
  @Test(
    "yuan are read exactly and printed with two places",
    arguments: [
      ("1579.5", 157_950, "1579.50"), ("6481", 648_100, "6481.00"), ("-0.05", -5, "-0.05"), ("0", 0, "0.00"),
      ("8769400.00", 876_940_000, "8769400.00"),
    ])
  func text(text: String, fen: Int, printed: String) throws {
    let money = try #require(Money(text))
    #expect(money.fen == fen)
    #expect(money.description == printed)
  }

  @Test(
    "what is no amount is refused, never rounded",
    arguments: [
      "", "1.", ".5", "1.005", "1,000", "１", "1e3", "--1", "+1", "99999999999999999999", "92233720368547758.08",
    ])
  func refused(text: String) {
    #expect(Money(text) == nil)
  }

  @Test(
    "ten per cent of the fine, half up once",
    arguments: [("60000", "6000.00"), ("12345.67", "1234.57"), ("0.05", "0.01"), ("0.04", "0.00"), ("-0.05", "-0.01")])
  func baseline(fine: String, baseline: String) throws {
    let share = try #require(Ratio("10%"))
    let amount = try #require(Money(fine))
    let product = try amount * share
    #expect(product.description == baseline)
  }

  @Test("the worked cases of the virtual abatement cost come out to the fen")
  func virtualCost() throws {
    func ratio(_ text: String) throws -> Ratio { try #require(Ratio(text)) }
    let zangjinge = try ratio("145624") * ratio("22") * ratio("4.5")
    #expect(try Money(yuan: zangjinge).description == "14416776.00")
    let multiple = try (ratio("21.36") - ratio("5")) / ratio("5")
    #expect(multiple.description == "3.272")
    let second = try ratio("142420") * ratio("0.634") * (ratio("1") * ratio("1.25") * ratio("1.5"))
    #expect(second.description == "169301.775")
    #expect(try Money(yuan: second).description == "169301.78")
    let third = try ratio("10000") * ratio("0.9") * ratio("1.5") * ratio("1.5") * ratio("2")
    #expect(try Money(yuan: third).description == "40500.00")
  }

  @Test("overflow is reported, not trapped")
  func overflow() throws {
    let most = Money(fen: .max)
    #expect(throws: AmountError.overflow) { () throws in _ = try most + Money(fen: 1) }
    #expect(throws: AmountError.overflow) { () throws in _ = try Money(fen: .min) - Money(fen: 1) }
    #expect(throws: AmountError.overflow) { () throws in _ = try most * Ratio(2) }
    #expect(throws: AmountError.overflow) { () throws in _ = try Ratio(.max) * Ratio(.max) }
    #expect(throws: AmountError.overflow) { () throws in _ = try Ratio(.max) + Ratio(1) }
    #expect(throws: AmountError.divisionByZero) { () throws in _ = try Ratio(1) / .zero }
    #expect(throws: AmountError.divisionByZero) { try Ratio(1, over: 0) }
    #expect(throws: AmountError.overflow) { try Ratio(.min, over: -1) }
    let whole = try most * .one
    #expect(whole == most)
    let least = try Money(fen: .min) * Ratio(.min, over: .min)
    #expect(least == Money(fen: .min))
  }

  @Test(
    "ratios are exact, reduced and comparable",
    arguments: [
      ("0.10", "0.1"), ("10%", "0.1"), ("2/4", "0.5"), ("1/3", "1/3"), ("-1.250", "-1.25"), ("89.99", "89.99"),
    ])
  func ratios(text: String, printed: String) throws {
    let ratio = try #require(Ratio(text))
    #expect(ratio.description == printed)
    #expect(Ratio(printed) == ratio)
  }

  @Test(
    "a product of exact factors is rounded once, however many places they have together",
    arguments: [
      (["142420", "0.634", "1", "1.25", "1.5"], 16_930_178), (["10000", "0.9", "4.5"], 4_050_000),
      (["145624", "22", "4.5"], 1_441_677_600), (["12345.67", "10%"], 123_457), (["-0.125"], -13), (["0", "7"], 0),
      (["123456.789123", "12.345678", "3.459375"], 527_263_327), ([], 100), (["1/3", "3", "0.005"], 1),
    ])
  func products(factors: [String], fen: Int) throws {
    #expect(try Money(yuanProduct: factors.map { try #require(Ratio($0)) }).fen == fen)
  }

  @Test("a product that is too large is an error, not a crash")
  func tooLargeProducts() throws {
    let most = Ratio(.max)
    #expect(throws: AmountError.overflow) { try Money(yuanProduct: [most]) }
    #expect(throws: AmountError.overflow) { try Money(yuanProduct: [most, most, most]) }
    #expect(throws: AmountError.overflow) { try Money(yuanProduct: [Ratio(.min), Ratio(.min)]) }
  }

  @Test(
    "what is no number is refused",
    arguments: ["", "%", "1/0", "1/-2", "1/", "1.2.3", "abc", "1.", "٣", "1234567890123456"])
  func noRatio(text: String) {
    #expect(Ratio(text) == nil)
  }

  @Test("a range takes its ends in or leaves them out as its brackets say")
  func intervals() throws {
    func holds(_ interval: String, _ number: String) throws -> Bool {
      try #require(RatioInterval(interval)).contains(try #require(Ratio(number)))
    }
    #expect(try holds("[90, 100]", "90"))
    #expect(try holds("[90, 100]", "100"))
    #expect(try !holds("[90, 100]", "89.99"))
    #expect(try !holds("(70, 90)", "90"))
    #expect(try !holds("(70, 90)", "70"))
    #expect(try holds("(70, 90)", "70.01"))
    #expect(try holds("(1000, ]", "1000.0001"))
    #expect(try !holds("(1000, ]", "1000"))
    #expect(try holds("(, 0]", "-5"))
    for text in ["", "[1]", "[2, 1]", "(1, 1)", "[1, 2", "1, 2", "[a, 2]", "[1, 2, 3]"] {
      #expect(RatioInterval(text) == nil)
    }
    #expect(RatioInterval("[0, 70]")?.description == "[0, 70]")
  }
}
