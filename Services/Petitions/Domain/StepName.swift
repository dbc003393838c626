/// The steps staff take with a petition, by the names of their routes.
enum StepName: String, Sendable, CaseIterable {
  case accept
  case refuse
  case assign
  case transfer
  case takeOver = "take-over"
  case object
  case decideObjection = "decide-objection"
  case investigate
  case handle
  case verify
  case conclude
  case recheck = "re-check"
  case publish
  case callBack = "call-back"
  case contact
  case notice
  case summarise
  case approveSummary = "approve-summary"
  case archive
  case reopen
  case requestReview = "request-review"
  case decideReview = "decide-review"
  case extend
  case pause
  case resume
  case supervise
  case liftSupervision = "lift-supervision"
  case referToPolice = "refer-to-police"
  case policeAnswer = "police-answer"
  case hear
  case settle
  case withdraw
  case readmit
  case nameLeader = "name-leader"
  case visitSite = "visit-site"
}
