import Civics
import Contracts

/// What moved the end of one petition's clock: approved extensions, and the days it stood.
struct DeadlineChanges: JSONConvertible, Hashable {
  /// Each counted on from the unrolled end before it (信访工作条例 第三十四条).
  var extensions: [LegalPeriod] = []
  /// The last one is open while the clock stands.
  var pauses: [Pause] = []

  init() {}

  /// Whether the clock stands still now.
  var isStanding: Bool { pauses.last.map { $0.to == nil } ?? false }

  /// Stops the clock on a day.
  mutating func stop(on day: CivilDate, because reason: String) {
    pauses.append(Pause(from: day, to: nil, reason: reason))
  }

  /// Sets the clock going again; nothing when it does not stand.
  mutating func go(on day: CivilDate) {
    guard let last = pauses.popLast() else { return }
    pauses.append(last.to == nil ? Pause(from: last.from, to: day, reason: last.reason) : last)
  }

  init(fields: JSONFields) throws(ContractViolation) {
    for text in try fields.strings("extensions", maximum: 16) {
      guard let period = LegalPeriod(text) else {
        throw ContractViolation(.fieldFormat, field: fields.path("extensions"))
      }
      extensions.append(period)
    }
    for span in try fields.objects("pauses", as: PauseSpan.self, maximum: 1024) { pauses.append(span.pause) }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("extensions", extensions.isEmpty ? nil : extensions.map(\.description))
    object.set("pauses", pauses.isEmpty ? nil : pauses.map { PauseSpan(pause: $0) })
    return .object(object)
  }
}
