import Contracts

/// The steps staff take with a case, by the names of their routes.
enum StepName: String, Sendable, CaseIterable {
  /// The preliminary check of a clue (初步核查).
  case check
  /// Giving the case to a department (交办).
  case assign
  /// The first consultation with the obligor (初步商议), before discretion and prior notice.
  case consult
  /// Beginning the investigation (调查).
  case investigate
  /// The conclusion of the investigation (调查结论).
  case concludeInvestigation = "conclude-investigation"
  /// Naming an obligor that was found later.
  case nameObligor = "name-obligor"
  /// A notice on the duty (告知单), once more or for the first time.
  case issueNotice = "issue-notice"
  /// That the notice was served (送达回证).
  case serveNotice = "serve-notice"
  /// Inviting procuratorate, court or the public.
  case invite
  /// What an invited body answered.
  case answerInvitation = "answer-invitation"
  /// Filing a document.
  case fileDocument = "file-document"
  /// Following the case as a key case (重点案件).
  case declareKey = "declare-key"
  case liftKey = "lift-key"
  /// Letting the periods stand, with approval.
  case suspend
  case resume
  /// Ending the case without performance (终止).
  case terminate
  /// Closing the case (结案).
  case close

  /// The stages in which the step may be taken.
  var turns: Set<CompensationStatus> {
    switch self {
    case .check: [.clue]
    case .assign, .fileDocument, .declareKey, .liftKey: CompensationStatus.underWay.union([.clue])
    case .consult, .nameObligor, .issueNotice, .serveNotice, .invite, .answerInvitation, .suspend, .resume, .terminate:
      CompensationStatus.underWay
    case .investigate: [.filed]
    case .concludeInvestigation: [.filed, .investigation]
    case .close: [.performing, .evaluation, .suit, .insurance]
    }
  }
}
