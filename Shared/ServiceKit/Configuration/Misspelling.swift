/// Whether one name is another with a single slip: a letter too much, too little, wrong, or two neighbours swapped.
enum Misspelling {
  static func isOneSlip(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    guard a != b, abs(a.count - b.count) <= 1, min(a.count, b.count) > 3 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (x, y) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    if x.count <= 1 && y.count <= 1 { return true }
    return x.count == 2 && y.count == 2 && x.first == y.last && x.last == y.first
  }
}
