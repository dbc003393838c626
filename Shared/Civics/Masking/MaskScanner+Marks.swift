extension MaskScanner {
  /// An e-mail address that begins here.
  func email(at place: Int) -> Match? {
    guard place == 0 || !isMailCharacter(place - 1), isMailCharacter(place) else { return nil }
    var at = place
    while isMailCharacter(at), at - place < 64 { at += 1 }
    guard reads([0x40], at: at) else { return nil }
    var end = at + 1
    var hasDot = false
    while isMailCharacter(end), end - at < 128 {
      if folded[end] == 0x2E, isMailCharacter(end + 1) { hasDot = true }
      end += 1
    }
    return hasDot ? Match(kind: .email, length: end - place) : nil
  }

  private func isMailCharacter(_ place: Int) -> Bool {
    isWord(place) || reads([0x2E], at: place) || reads([0x2B], at: place)
  }

  /// A number plate: a province, a letter, and five or six letters and digits, the last of which may be a word.
  func plate(at place: Int) -> Match? {
    guard isLetter(place + 1) else { return nil }
    var end = place + 2
    if end < count, MaskWords.plateDots.contains(folded[end]) { end += 1 }
    let start = end
    var digits = 0
    while end - start < 7, isDigit(end) || isLetter(end) {
      if isDigit(end) { digits += 1 }
      end += 1
    }
    if end < count, MaskWords.plateEnds.contains(folded[end]), end - start == 4 { end += 1 }
    guard (5...6).contains(end - start), digits > 0 else { return nil }
    return Match(kind: .plate, length: end - place)
  }
}
