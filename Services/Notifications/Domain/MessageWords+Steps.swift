import Contracts

extension MessageWords {
  /// The codes of what happens on the way, as words; others stay as they are.
  static func ofSteps(_ parameters: [String: String], in language: MessageLanguage) -> [String: String] {
    var words: [String: String] = [:]
    if let reason = parameters["extensionReason"].flatMap(ExtensionReason.init(rawValue:)) {
      words["extensionReason"] = word(reason, in: language)
    }
    if let reason = parameters["pauseReason"].flatMap(PauseReason.init(rawValue:)) {
      words["pauseReason"] = word(reason, in: language)
    }
    if let level = parameters["level"].flatMap(ReviewLevel.init(rawValue:)) {
      words["level"] = word(level, in: language)
    }
    if let verdict = parameters["reviewVerdict"].flatMap(ReviewVerdict.init(rawValue:)) {
      words["reviewVerdict"] = word(verdict, in: language)
    }
    return words
  }

  private static func word(_ reason: ExtensionReason, in language: MessageLanguage) -> String {
    switch (reason, language) {
    case (.complex, .chinese): "情况复杂"
    case (.complex, .english): "the matter is complex"
    case (.appraisal, .chinese): "检测、鉴定尚未完成"
    case (.appraisal, .english): "monitoring or an appraisal is not finished"
    case (.coordination, .chinese): "需多部门协同处理"
    case (.coordination, .english): "several agencies must act together"
    case (.other, .chinese): "其他正当理由"
    case (.other, .english): "another good reason"
    }
  }

  private static func word(_ reason: PauseReason, in language: MessageLanguage) -> String {
    switch (reason, language) {
    case (.appraisal, .chinese): "检测、鉴定"
    case (.appraisal, .english): "monitoring or an appraisal"
    case (.hearing, .chinese): "听证"
    case (.hearing, .english): "a hearing"
    case (.judicial, .chinese): "须以司法机关的处理结果为依据"
    case (.judicial, .english): "a court or the police must decide first"
    case (.petitioner, .chinese): "需要您补充材料"
    case (.petitioner, .english): "we need something from you first"
    case (.forceMajeure, .chinese): "不可抗力"
    case (.forceMajeure, .english): "force majeure"
    }
  }

  private static func word(_ level: ReviewLevel, in language: MessageLanguage) -> String {
    switch (level, language) {
    case (.review, .chinese): "复查"
    case (.review, .english): "review"
    case (.reexamination, .chinese): "复核"
    case (.reexamination, .english): "re-examination"
    }
  }

  private static func word(_ verdict: ReviewVerdict, in language: MessageLanguage) -> String {
    switch (verdict, language) {
    case (.upheld, .chinese): "维持原处理意见"
    case (.upheld, .english): "the answer is upheld"
    case (.changed, .chinese): "变更原处理意见"
    case (.changed, .english): "the answer is changed"
    case (.returned, .chinese): "撤销原处理意见,责令重新办理"
    case (.returned, .english): "the answer is set aside, the case is handled again"
    }
  }
}
