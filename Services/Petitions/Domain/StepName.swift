/// The steps staff take with a petition, by the names of their routes.
enum StepName: String, Sendable, CaseIterable {
  case accept
  case refuse
  case assign
  case transfer
  case handle
  case verify
  case conclude
  case recheck = "re-check"
  case publish
  case callBack = "call-back"
  case contact
  case archive
}
