import Civics

/// A small sound pack that tests break in one place each.
enum RulePackFixture {
  static func yaml(
    pack: String = "sample", version: String = "1", inherits: String? = nil, effective: String = "{from: 2024-01-01}",
    rules: String = "  a.period:\n    period: 15 days\n    source: {of: law, article: 第一条}\n"
  ) -> String {
    """
    pack: \(pack)
    title: 样本
    version: "\(version)"
    \(inherits.map { "inherits: \($0)" } ?? "note: root")
    region: "360400"
    effective: \(effective)
    documents:
      law: {title: 某法, mark: V}
    rules:
    \(rules)
    """
  }

  static func pack(
    _ name: String, version: String = "1", inherits: String? = nil, effective: String = "{from: 2024-01-01}",
    rules: String = "  a.period:\n    period: 15 days\n    source: {of: law, article: 第一条}\n"
  ) throws(RulePackError) -> RulePack {
    try RulePack(
      yaml: yaml(pack: name, version: version, inherits: inherits, effective: effective, rules: rules),
      file: name + ".yaml")
  }
}
