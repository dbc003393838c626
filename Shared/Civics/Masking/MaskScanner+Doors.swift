extension MaskScanner {
  /// A house number with what stands behind it: 12号3栋2单元501室. The street before it stays.
  func door(at place: Int) -> Match? {
    guard place == 0 || !isCount(place - 1), isCount(place) else { return nil }
    var end = place
    var parts = 0
    var isPrivate = false
    while let part = part(at: end), parts < 8 {
      isPrivate = isPrivate || part.isPrivate
      end = part.end
      parts += 1
      if end < count, MaskWords.separators.contains(folded[end]), self.part(at: end + 1) != nil { end += 1 }
    }
    guard parts > 0, parts > 1 || isPrivate || isStreet(before: place) else { return nil }
    return Match(kind: .address, length: end - place)
  }

  /// Where somebody lives, after 家住, 住址 and the like: up to the next mark.
  func home(at place: Int, label: Int) -> Match? {
    var end = place + label
    while end < count, MaskWords.between.contains(folded[end]) { end += 1 }
    let start = end
    while end < count, end - start < 40, !MaskWords.marks.contains(folded[end]) { end += 1 }
    guard end > start else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[place..<start])
    return Match(kind: .address, length: end - place, replacement: String(word) + "**")
  }

  /// One number with its unit.
  private func part(at place: Int) -> (end: Int, isPrivate: Bool)? {
    var end = place
    while end - place < 6, isCount(end) || end > place && isLetter(end) { end += 1 }
    // 12-3号, 甲3号
    guard end > place, let unit = first(of: MaskWords.doorUnits, at: end) else { return nil }
    let isPrivate = first(of: MaskWords.privateUnits, at: end) != nil
    return (end + unit, isPrivate)
  }

  private func isCount(_ place: Int) -> Bool { isDigit(place) || has(.count, place) || isLetter(place) }

  /// Whether what stands before is a street, a village or an estate; a factory's gate is no door of a person.
  private func isStreet(before place: Int) -> Bool {
    guard place > 0, MaskWords.kinds(folded[place - 1]).contains(.street) else { return false }
    return !MaskWords.works.contains { reads($0, at: place - $0.count) }
  }
}
