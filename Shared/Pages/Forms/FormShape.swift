/// What a field of a form holds.
indirect enum FormShape: Sendable, Equatable {
  case text(longest: Int?)
  case integer(lowest: Int64?, highest: Int64?)
  case number
  case flag
  /// A calendar day.
  case day
  /// An instant, typed by China's clock.
  case instant
  /// One of these words.
  case choice([String])
  /// Any of these words, each ticked on its own.
  case choices([String])
  /// Texts, a line each.
  case texts
  case group([FormEntry])
  /// Any number of groups.
  case groups([FormEntry])
  /// Whatever else: written as JSON.
  case json
}

/// One field of an object that a form makes.
struct FormEntry: Sendable, Equatable {
  let name: String
  let shape: FormShape
  let isRequired: Bool
  let about: String
  /// The list or object under which words of a choice may have a meaning of their own.
  let scope: String?
}
