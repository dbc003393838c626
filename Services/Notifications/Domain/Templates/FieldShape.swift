/// What a value that a template may name looks like.
indirect enum FieldShape: Sendable, Equatable {
  /// A single value.
  enum Kind: String, Sendable {
    case text
    case code
    case number
    case flag
    /// An instant of RFC 3339.
    case instant
    /// A day, YYYY-MM-DD.
    case day
  }

  case single(Kind)
  case object([String: FieldShape])
  case list(FieldShape)

  /// The field of an object; nil for what is none or has none of the name.
  subscript(_ name: String) -> FieldShape? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }
}
