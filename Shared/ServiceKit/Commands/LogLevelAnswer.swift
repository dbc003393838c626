import Contracts

/// What the subcommands of `log-level` print.
enum LogLevelAnswer {
  static func text(_ rules: [LogLevelRule], json: Bool, isDryRun: Bool = false) -> String {
    if json {
      var object = JSONObject()
      object.set("levels", .array(rules.map(\.json)))
      object.set("dryRun", isDryRun)
      return JSON.object(object).text
    }
    var lines = ["logger\tlevel\tuntil\tactor"] + rules.map(\.line)
    if rules.isEmpty { lines = ["No level is set; LOG_LEVEL holds."] }
    if isDryRun { lines.append("Nothing was changed (--dry-run).") }
    return lines.joined(separator: "\n")
  }
}
