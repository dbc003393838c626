/// A text under the mask: its characters, and their narrow forms.
struct MaskScanner {
  /// What was recognised at a place.
  struct Match {
    let kind: PersonalDatum
    /// How many characters from the place on belong to it.
    let length: Int
    /// How many characters before the place belong to it.
    var back = 0
    var replacement = "**"
  }

  let scalars: [Unicode.Scalar]
  /// Full-width letters, digits and signs as ASCII, letters as capitals.
  let folded: [UInt32]
  /// Up to where everything is decided: what was masked is not looked back at.
  var settled = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = scalars.map { scalar in
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      return (0x61...0x7A).contains(narrow) ? narrow - 32 : narrow
    }
  }

  var count: Int { scalars.count }

  /// What stands at this place.
  func match(at place: Int) -> Match? {
    let kinds = MaskWords.kinds(folded[place])
    guard !kinds.isEmpty else { return nil }
    if kinds.contains(.word), let match = email(at: place) ?? number(at: place) { return match }
    if kinds.contains(.province), let match = plate(at: place) { return match }
    if kinds.contains(.label), let match = labelled(at: place) { return match }
    if kinds.contains(.title), let match = titled(at: place) { return match }
    if kinds.contains(.count) || kinds.contains(.word), let match = door(at: place) { return match }
    return nil
  }

  /// One of the texts that are known to be personal.
  func known(_ texts: [[Unicode.Scalar]], at place: Int) -> Match? {
    for text in texts where place + text.count <= count {
      if text.elementsEqual(scalars[place..<(place + text.count)]) {
        return Match(kind: .name, length: text.count)
      }
    }
    return nil
  }

  func isDigit(_ place: Int) -> Bool { place < count && (0x30...0x39).contains(folded[place]) }
  func isLetter(_ place: Int) -> Bool { place < count && (0x41...0x5A).contains(folded[place]) }
  func isHan(_ place: Int) -> Bool {
    place >= 0 && place < count
      && ((0x4E00...0x9FFF).contains(folded[place]) || (0x3400...0x4DBF).contains(folded[place])
        || (0x20000...0x3134F).contains(folded[place]))
  }
  func has(_ kind: MaskWords.Kinds, _ place: Int) -> Bool {
    place >= settled && place < count && MaskWords.kinds(folded[place]).contains(kind)
  }

  /// Whether these characters stand here.
  func reads(_ text: [UInt32], at place: Int) -> Bool {
    place >= 0 && place + text.count <= count && folded[place..<(place + text.count)].elementsEqual(text)
  }

  /// The longest of these texts that stands here.
  func first(of texts: [[UInt32]], at place: Int) -> Int? {
    var longest: Int?
    for text in texts where reads(text, at: place) { longest = max(longest ?? 0, text.count) }
    return longest
  }
}
