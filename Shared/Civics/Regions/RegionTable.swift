/// The divisions, read once from the embedded text of ``RegionTableData`` at first use (well under a millisecond) and looked
/// up by binary search.
struct RegionTable: Sendable {
  static let shared = RegionTable(reading: RegionTableData.text)

  /// The codes, ascending.
  let numbers: [UInt32]
  private let names: [String]
  private let abolished: Set<UInt32>

  /// Reads words such as `360400九江市`, `25永修县` (the last two digits only: same prefecture as the word before) and
  /// `21*长泰县` (abolished).
  init(reading text: StaticString) {
    var numbers: [UInt32] = []
    var names: [String] = []
    var abolished: Set<UInt32> = []
    numbers.reserveCapacity(3_600)
    names.reserveCapacity(3_600)
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for word in bytes.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      let digits = word.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let value = digits.reduce(UInt32(0)) { $0 &* 10 &+ UInt32($1 &- UInt8(ascii: "0")) }
      let number = digits.count == 6 ? value : (numbers.last ?? 0) / 100 * 100 + value
      var name = word.dropFirst(digits.count)
      if name.first == UInt8(ascii: "*") {
        abolished.insert(number)
        name = name.dropFirst()
      }
      numbers.append(number)
      names.append(String(decoding: name, as: UTF8.self))
    }
    self.numbers = numbers
    self.names = names
    self.abolished = abolished
  }

  func index(of number: UInt32) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  func name(of number: UInt32) -> String? {
    index(of: number).map { names[$0] }
  }

  func isAbolished(_ number: UInt32) -> Bool {
    abolished.contains(number)
  }
}
