extension MaskScanner {
  /// A telephone number, an identity card, a card or an account: a run of digits that begins here.
  func number(at place: Int) -> Match? {
    let isPlus = folded[place] == 0x2B && isDigit(place + 1)
    guard isPlus || isDigit(place), place == 0 || !isDigit(place - 1) else { return account(at: place) }
    let run = digits(from: isPlus ? place + 1 : place)
    let length = run.end - place
    if isIdentityCard(run) { return Match(kind: .idCard, length: length + (run.hasCheckX ? 1 : 0)) }
    if isPhone(run, after: place) { return Match(kind: .phone, length: length) }
    // Order and card numbers; a credit code of digits alone is an enterprise's and stays.
    if run.isSolid, (15...21).contains(run.digits.count), !isCreditCode(run) {
      return Match(kind: .account, length: length)
    }
    return account(at: place)
  }

  /// Digits with what people write between them.
  struct DigitRun {
    var digits: [UInt32] = []
    /// Behind the last digit.
    var end: Int
    /// Without anything in between.
    var isSolid = true
    /// An X follows, as on identity cards.
    var hasCheckX = false
  }

  private func digits(from start: Int) -> DigitRun {
    var run = DigitRun(end: start)
    var place = start
    while place < count, run.digits.count < 24 {
      if isDigit(place) {
        run.digits.append(folded[place] - 0x30)
        place += 1
        run.end = place
      } else if MaskWords.separators.contains(folded[place]), isDigit(place + 1) {
        run.isSolid = false
        place += 1
      } else {
        break
      }
    }
    run.hasCheckX = reads([0x58], at: run.end) && !isLetter(run.end + 1) && !isDigit(run.end + 1)
    return run
  }

  /// 18 characters with a birthday inside, or the 15 digits that were given until 1999.
  private func isIdentityCard(_ run: DigitRun) -> Bool {
    func two(_ at: Int) -> UInt32 { run.digits[at] * 10 + run.digits[at + 1] }
    func isBirthday(month: Int, day: Int) -> Bool { (1...12).contains(two(month)) && (1...31).contains(two(day)) }
    guard let first = run.digits.first, (1...8).contains(first) else { return false }
    switch run.digits.count + (run.hasCheckX ? 1 : 0) {
    case 18: return [18, 19, 20].contains(two(6)) && isBirthday(month: 10, day: 12)
    case 15: return run.isSolid && !run.hasCheckX && isBirthday(month: 8, day: 10)
    default: return false
    }
  }

  private func isPhone(_ run: DigitRun, after place: Int) -> Bool {
    var digits = run.digits[...]
    if digits.count > 11, digits.starts(with: [0, 0, 8, 6]) { digits = digits.dropFirst(4) }
    if digits.count > 11, digits.starts(with: [8, 6]) { digits = digits.dropFirst(2) }
    guard let first = digits.first, let second = digits.dropFirst().first else { return false }
    if digits.count == 11, first == 1, second >= 3 { return true }
    // Area code and number; with an extension behind it, some digits more.
    if first == 0, second != 0, (10...12).contains(digits.count) || !run.isSolid && (10...16).contains(digits.count) {
      return true
    }
    return (7...8).contains(digits.count) && isAnnounced(before: place)
  }

  /// Whether the characters before say that a telephone number follows: seven or eight digits alone may be anything.
  private func isAnnounced(before place: Int) -> Bool {
    (max(0, place - 6)..<place).contains { first(of: MaskWords.phoneWords, at: $0) != nil }
  }

  private func isCreditCode(_ run: DigitRun) -> Bool {
    guard run.digits.count == 18 else { return false }
    return (try? UnifiedSocialCreditCode(run.digits.map(String.init).joined())) != nil
  }

  /// A name of letters and digits after a word such as 微信.
  private func account(at place: Int) -> Match? {
    guard place == 0 || !isWord(place - 1), isWord(place) else { return nil }
    var end = place
    while isWord(end), end - place < 40 { end += 1 }
    guard end - place >= 5 else { return nil }
    var before = place
    while before > 0, MaskWords.between.contains(folded[before - 1]) { before -= 1 }
    let isNamed = MaskWords.accountWords.contains { reads($0, at: before - $0.count) }
    return isNamed ? Match(kind: .account, length: end - place) : nil
  }

  func isWord(_ place: Int) -> Bool {
    place >= 0 && (isDigit(place) || isLetter(place) || reads([0x5F], at: place) || reads([0x2D], at: place))
  }
}
