import Contracts
public import FoundationEssentials

extension ConfigurationType where Value == String {
  /// Any text that is not empty.
  public static var text: Self {
    Self(name: "text") { $0.isEmpty ? nil : $0 }
  }

  /// A URL of one of these schemes.
  public static func url(schemes: String...) -> Self {
    Self(name: "URL", range: schemes.map { "\($0)://…" }.joined(separator: ", ")) { text in
      schemes.contains { text.hasPrefix("\($0)://") && text.utf8.count > $0.utf8.count + 3 } ? text : nil
    }
  }
}

extension ConfigurationType where Value == Int {
  /// A whole number in the range.
  public static func integer(_ range: ClosedRange<Int>) -> Self {
    Self(name: "integer", range: "\(range.lowerBound)…\(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A number of bytes in the range.
  public static func bytes(_ range: ClosedRange<Int>) -> Self {
    Self(name: "bytes", range: "\(range.lowerBound)…\(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension ConfigurationType where Value == Duration {
  /// A whole number of seconds in the range.
  public static func seconds(_ range: ClosedRange<Int64>) -> Self {
    Self(name: "seconds", range: "\(range.lowerBound)…\(range.upperBound)") { text in
      Int64(text).flatMap { range.contains($0) ? .seconds($0) : nil }
    }
  }

  /// A whole number of milliseconds in the range.
  public static func milliseconds(_ range: ClosedRange<Int64>) -> Self {
    Self(name: "milliseconds", range: "\(range.lowerBound)…\(range.upperBound)") { text in
      Int64(text).flatMap { range.contains($0) ? .milliseconds($0) : nil }
    }
  }
}

extension ConfigurationType where Value == Bool {
  /// `true` or `false`; nothing else, since `FALSE` or `off` taken for "unset" would be a trap.
  public static var flag: Self {
    Self(name: "flag", range: "true, false") { Bool($0) }
  }
}

extension ConfigurationType where Value == Date {
  /// A moment as RFC 3339 has it, with its offset: `2026-03-02T09:00:00+08:00`.
  public static var instant: Self {
    Self(name: "instant", range: "RFC 3339 with offset") { RFC3339.date(from: $0) }
  }
}

extension ConfigurationType where Value == [String] {
  /// Texts separated by commas; blanks around them do not count.
  public static var list: Self {
    Self(name: "list", range: "separated by commas") { text in
      let parts = text.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
        .map { part in String(part.reversed().drop(while: \.isWhitespace).reversed()) }
      return parts.isEmpty || parts.contains("") ? nil : parts
    }
  }
}

extension ConfigurationType {
  /// One of the cases of an enumeration, by its raw value.
  public static func choice(_ type: Value.Type = Value.self) -> Self
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    Self(name: "one of", range: Value.allCases.map(\.rawValue).joined(separator: ", ")) { Value(rawValue: $0) }
  }
}
