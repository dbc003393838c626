import Contracts
import FoundationEssentials

/// What somebody wants to do with a case about credit.
enum CreditStep: Sendable {
  case accept(at: Date?, copyReceivedAt: Date?)
  case refuse(CreditCaseRefusal, article: String?, reason: String)
  case extend(reason: String)
  case answer
  case decide(CreditDecision)
  case appeal(court: String?, at: Date?)
  case withdraw(reason: String)

  static let names = ["accept", "refuse", "extend", "answer", "decide", "appeal", "withdraw"]

  var name: String {
    switch self {
    case .accept: "accept"
    case .refuse: "refuse"
    case .extend: "extend"
    case .answer: "answer"
    case .decide: "decide"
    case .appeal: "appeal"
    case .withdraw: "withdraw"
    }
  }

  /// The words of staff that go into the file.
  var words: String? {
    switch self {
    case .refuse(_, _, let reason), .extend(let reason), .withdraw(let reason): reason
    case .decide(let decision): decision.reason
    case .accept, .answer, .appeal: nil
    }
  }

  /// When it happened elsewhere, before staff entered it.
  var instants: [(field: String, instant: Date)] {
    let told: [(String, Date?)] =
      switch self {
      case .accept(let at, let copy): [("body.at", at), ("body.copyReceivedAt", copy)]
      case .decide(let decision): [("body.servedAt", decision.servedAt)]
      case .appeal(_, let at): [("body.at", at)]
      case .refuse, .extend, .answer, .withdraw: []
      }
    return told.compactMap { field, instant in instant.map { (field, $0) } }
  }
}
