extension MaskScanner {
  /// A name after a word that announces one: 联系人：, 我叫.
  func labelled(at place: Int) -> Match? {
    if let label = first(of: MaskWords.homeLabels, at: place) { return home(at: place, label: label) }
    if let label = first(of: MaskWords.nameLabels, at: place) {
      var start = place + label
      let bare = start
      while start < count, MaskWords.between.contains(folded[start]) { start += 1 }
      if let length = name(at: start, isAnnounced: start > bare) { return kept(place, start, length) }
    }
    if let label = first(of: MaskWords.introductions, at: place),
      let length = name(at: place + label, isAnnounced: false)
    {
      return kept(place, place + label, length)
    }
    return nil
  }

  /// The announcing word stays; the name goes.
  private func kept(_ place: Int, _ start: Int, _ length: Int) -> Match {
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[place..<start])
    return Match(kind: .name, length: start + length - place, replacement: String(word) + "某某")
  }

  /// How long the name is that begins here; nil where none does.
  /// - Parameter isAnnounced: a colon or the like stands before it, so that it need not be followed by anything known.
  private func name(at start: Int, isAnnounced: Bool) -> Int? {
    guard let surname = surname(at: start) else { return nil }
    for given in [1, 2] where isHan(start + surname + given - 1) && isEnd(start + surname + given) {
      // 张某, 王某某 are masked already.
      return reads(MaskWords.somebody, at: start + surname) ? nil : surname + given
    }
    guard isAnnounced, isHan(start + surname), isHan(start + surname + 1) else { return nil }
    return reads(MaskWords.somebody, at: start + surname) ? nil : surname + 2
  }

  /// One character of the common surnames, or two of the compound ones.
  private func surname(at place: Int) -> Int? {
    if first(of: MaskWords.compoundSurnames, at: place) != nil { return 2 }
    return has(.surname, place) ? 1 : nil
  }

  /// Whether a name can end before this place: at what is no Han character, or a word that follows names.
  private func isEnd(_ place: Int) -> Bool {
    !isHan(place) || first(of: MaskWords.afterNames, at: place) != nil
  }

  /// A name before a title: 侯先生, 王建国师傅. The title stays.
  func titled(at place: Int) -> Match? {
    guard let title = first(of: MaskWords.titles, at: place) else { return nil }
    var back = 0
    if has(.surname, place - 1) { back = 1 }
    if back == 0, isHan(place - 1), has(.surname, place - 2) { back = 2 }
    if back == 0, isHan(place - 1), isHan(place - 2), has(.surname, place - 3) { back = 3 }
    if let compound = [2, 3, 4].first(where: { first(of: MaskWords.compoundSurnames, at: place - $0) != nil }),
      place - compound >= settled
    {
      back = max(back, compound)
    }
    guard back > 0 else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[place..<(place + title)])
    return Match(kind: .name, length: title, back: back, replacement: "某" + String(word))
  }
}
