import Contracts
import Logging

extension LogLevelRule {
  var json: JSON {
    var object = JSONObject()
    object.set("logger", label)
    object.set("level", level.rawValue)
    object.set("until", until)
    object.set("actor", actor)
    return .object(object)
  }

  /// For people: a line of a table.
  var line: String { "\(label.isEmpty ? "*" : label)\t\(level.rawValue)\t\(RFC3339.text(of: until))\t\(actor)" }
}
