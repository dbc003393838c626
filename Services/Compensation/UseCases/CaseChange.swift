import Contracts
import Messaging

/// What was done to one case in a transaction, before it is saved and told.
struct CaseChange: Sendable {
  /// Something to tell, with what caused it.
  struct News: Sendable {
    let event: any EventPayload
    let cause: Cause
  }

  /// A line of the case's history.
  struct Line: Sendable {
    let step: String
    let actor: String
    let detail: JSON
    /// The request, where a person asked for it.
    var request: String?
  }

  /// The case as it was; nil for a new one.
  let before: CompensationCase?
  var compensation: CompensationCase
  var news: [News] = []
  var lines: [Line] = []
  /// What caused the last of it.
  var cause: Cause

  /// Whether nothing was done.
  var isEmpty: Bool { before == compensation && news.isEmpty && lines.isEmpty }
}
