/// Where a clue comes from (生态环境损害赔偿管理规定 §16).
public enum ClueSource: String, Sendable, CaseIterable {
  /// A petition or report.
  case petition
  /// The media.
  case media
  /// A penalty case.
  case penalty
  /// Daily supervision or an inspection.
  case inspection
  /// Supervision by a higher level.
  case supervision
  /// An event in a protected area (自然保护地).
  case protectedArea = "protected-area"
  /// An environmental emergency.
  case emergency
  /// A criminal case.
  case crime
  /// The procuratorate.
  case procuratorate
  /// Another source.
  case other
}
