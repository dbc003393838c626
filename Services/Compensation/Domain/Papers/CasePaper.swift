/// A paper of a case, drawn up from its template (各环节文书): to be looked through, completed and signed by people.
struct CasePaper: Sendable, Equatable {
  /// The code in the rule packs.
  let kind: String
  let title: String
  let text: String
  /// Where the template stands.
  let pack: String
  let packVersion: String
  let packHash: String
}
