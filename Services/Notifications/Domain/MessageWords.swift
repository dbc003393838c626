import Civics
import Contracts
import FoundationEssentials

/// Turns the codes and instants of a request into words a petitioner reads.
enum MessageWords {
  /// The parameters, with `due` as the last day that is in time and codes as words; others stay as they are.
  static func readable(_ parameters: [String: String], in language: MessageLanguage) -> [String: String] {
    var words = parameters
    // The due date of an event is the first instant that is late: the day before is the last in time.
    if let due = parameters["due"].flatMap(RFC3339.date(from:)) {
      words["due"] = text(of: ShanghaiTime.day(of: due.addingTimeInterval(-1)), in: language)
    }
    if let verdict = parameters["verdict"].flatMap(PetitionVerdict.init(rawValue:)) {
      words["verdict"] = word(verdict, in: language)
    }
    if let reason = parameters["reason"].flatMap(RefusalReason.init(rawValue:)) {
      words["reason"] = word(reason, in: language)
    }
    words.merge(ofSteps(parameters, in: language)) { $1 }
    return words
  }

  private static func text(of day: CivilDate, in language: MessageLanguage) -> String {
    language == .chinese ? "\(day.year)年\(day.month)月\(day.day)日" : day.description
  }

  private static func word(_ verdict: PetitionVerdict, in language: MessageLanguage) -> String {
    switch (verdict, language) {
    case (.support, .chinese): "支持"
    case (.support, .english): "your request is supported"
    case (.explain, .chinese): "解释说明"
    case (.explain, .english): "explained"
    case (.notSupport, .chinese): "不予支持"
    case (.notSupport, .english): "your request is not supported"
    }
  }

  private static func word(_ reason: RefusalReason, in language: MessageLanguage) -> String {
    switch (reason, language) {
    case (.notCompetent, .chinese): "不属于本机关职权范围"
    case (.notCompetent, .english): "the matter is not this bureau's"
    case (.litigation, .chinese): "应当或者已经通过诉讼、仲裁、行政复议等途径解决"
    case (.litigation, .english): "the matter is before, or belongs before, a court, arbitration or review"
    case (.alreadyAccepted, .chinese): "同一事项已经受理,正在办理"
    case (.alreadyAccepted, .english): "the same matter is in progress already"
    case (.finalOpinion, .chinese): "同一事项已经复核终结"
    case (.finalOpinion, .english): "the same matter was re-examined and is final"
    case (.unclear, .chinese): "反映的情况不明,无法核查"
    case (.unclear, .english): "there is nothing in it that could be followed up"
    case (.other, .chinese): "依法不予受理的其他情形"
    case (.other, .english): "another reason of law"
    }
  }
}
