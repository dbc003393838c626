/// Prints the settings of an executable: name, type, default, range, meaning. Never a value that is a secret.
public struct ConfigurationTable: Sendable {
  /// How it is printed.
  public enum Format: String, Sendable, CaseIterable {
    case text
    case markdown
  }

  private let registry: ConfigurationRegistry

  public init(_ registry: ConfigurationRegistry) {
    self.registry = registry
  }

  /// The documentation of all keys.
  public func documentation(_ format: Format) -> String {
    switch format {
    case .text: return registry.areas.map(Self.text).joined(separator: "\n")
    case .markdown: return registry.areas.map(Self.markdown).joined(separator: "\n")
    }
  }

  /// The values in force, one `NAME=value` a line; a secret shows only whether it is set.
  public func values(_ reader: ConfigurationReader) -> String {
    registry.keys.map { key in
      if key.isPattern {
        let prefix = key.name.prefix { $0 != "<" }
        let names = reader.environment.keys.filter { name in
          name.hasPrefix(prefix) && !registry.keys.contains { $0.name == name }
        }
        return names.sorted().map { "\($0)=(set, not shown)\n" }.joined()
      }
      if key.isSecret {
        let isSet = reader.text(key.name) != nil || reader.text(key.name + "_FILE") != nil
        return "\(key.name)=\(isSet ? "(secret, set)" : "(secret, unset)")\n"
      }
      return "\(key.name)=\(reader.text(key.name) ?? key.standard.map { "\($0) (default)" } ?? "(unset)")\n"
    }.joined()
  }

  private static func text(_ area: any ConfigurationArea.Type) -> String {
    let lines = area.keys.map { key in
      let type = [key.type, key.range].filter { !$0.isEmpty }.joined(separator: " ")
      let standard = key.standard.map { ", default \($0)" } ?? ""
      return "  \(key.name)\n      \(key.meaning)\n      \(type)\(standard)\(key.isSecret ? ", secret" : "")\n"
    }
    return "\(area.title)\n" + lines.joined()
  }

  private static func markdown(_ area: any ConfigurationArea.Type) -> String {
    let rows = area.keys.map { key in
      let standard = key.standard.map { "`\(cell($0))`" } ?? ""
      let secret = key.isSecret && !key.isPattern ? " Secret; may be given as a file by `\(key.name)_FILE`." : ""
      return "| `\(key.name)` | \(key.type) | \(standard) | \(cell(key.range)) | \(cell(key.meaning)).\(secret) |\n"
    }
    return "### \(area.title)\n\n| Variable | Type | Default | Range | Meaning |\n|---|---|---|---|---|\n"
      + rows.joined()
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
