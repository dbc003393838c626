import Pages

extension ScoringWords {
  /// The words of lists, each under the names of the lists and fields that have them.
  static let choices: [String: PageText] = lists.reduce(into: [:]) { found, list in
    let words = table(list.words)
    for scope in list.scopes { for (word, text) in words { found["\(scope).\(word)"] = text } }
  }

  private static let lists: [(scopes: [String], words: String)] = [
    (["Colour", "colour", "draftColour"], "green|绿色|Green\nyellow|黄色|Yellow\nred|红色|Red\nunrated|未评级|Unrated"),
    (["alert"], "yellow|黄色预警|Yellow\norange|橙色预警|Orange\nred|红色预警|Red"),
    (
      ["SubjectKind", "subjectKind", "kind"],
      """
      emitter|排污单位|Emitter
      monitoring-agency|环境监测机构|Monitoring agency
      operation-agency|运维机构|Operation agency
      assessment-agency|环评、鉴定评估机构|Assessment agency
      other|其他|Other
      repair|信用修复|Repair
      objection|异议|Objection
      administrative-review|行政复议|Administrative review
      litigation|行政诉讼|Lawsuit
      acceptance|受理期限|Acceptance
      answer|答辩期限|Answer
      decision|决定期限|Decision
      appeal|上诉期限|Appeal
      suit|起诉期限|Suit
      """
    ),
    (
      ["CreditCaseKind"],
      """
      repair|信用修复|Repair
      objection|异议|Objection
      administrative-review|行政复议|Administrative review
      litigation|行政诉讼|Lawsuit
      """
    ),
    (
      ["FactOrigin", "origin"],
      """
      inspection|检查|Inspection
      petition|信访查实|Petition
      penalty|行政处罚|Penalty
      rectification|整改|Rectification
      study|学法|Study
      apology|公开道歉|Apology
      compensation|损害赔偿|Compensation
      expiry|到期|Expiry
      repair|信用修复|Repair
      crime|行刑衔接|Crime
      lenience|不予处罚认定|Lenience
      correction|更正|Correction
      objection|异议|Objection
      review|行政复议|Review
      litigation|行政诉讼|Lawsuit
      link|主体关联|Link
      rules|规则变更|Rules
      """
    ),
    (
      ["standing"],
      """
      counts|计分|Counts
      not-yet|尚未认定|Not yet
      lapsed|已过有效期|Lapsed
      withdrawn|已撤销|Withdrawn
      not-owned|当时不属于该企业|Not owned then
      counted-already|同一违法行为已计分|Counted already
      without-points|不计分|Without points
      """
    ),
    (["withdraws"], "points|仅分值|The points\nentry|整条|The entry"),
    (["InspectionClass", "inspectionClass", "class"], "key|重点|Key\nspecial|特殊|Special\ngeneral|一般|General"),
    (["InspectionLevel", "level"], "city|设区的市|City\ncounty|县（市、区）|County"),
    (
      ["InspectionMode", "mode"],
      """
      ordinary|常规检查|Ordinary
      off-site-first|非现场优先|Off-site first
      undisturbed|无事不扰|Undisturbed
      intensified|加密检查|Intensified
      """
    ),
    (
      ["FrequencyReason", "reasons"],
      """
      colour|颜色|Colour
      positive-list|正面清单|Positive list
      no-disturb|无事不扰|No disturbance
      complaints|信访投诉|Complaints
      repeated-violations|屡次违法|Repeated violations
      """
    ),
    (
      ["CorrectionReason"],
      """
      wrong-subject|主体错误|Wrong subject
      not-established|事实不成立|Not established
      duplicate|重复|Duplicate
      wrong-content|内容错误|Wrong content
      """
    ),
    (
      ["status"],
      """
      filed|已申请|Filed
      accepted|已受理|Accepted
      refused|不予受理或不予纳入|Refused
      decided|已作出，未生效|Decided
      closed|办结|Closed
      withdrawn|已撤回|Withdrawn
      recommended|已推荐|Recommended
      listed|在清单内|Listed
      removed|已移出|Removed
      committed|已承诺|Committed
      drawn|已抽取|Drawn
      released|已公开|Released
      """
    ),
    (
      ["CreditCaseRefusal", "reason"],
      """
      not-competent|不属于本机关管辖|Not competent
      too-early|未到申请时间|Too early
      too-late|超过申请期限|Too late
      not-rectified|尚未整改|Not rectified
      excluded|依规不予修复|Excluded
      entry-gone|台账已不计分|Entry gone
      other-procedure|已进入其他程序|Other procedure
      incomplete|材料不齐|Incomplete
      """
    ),
    (
      ["CreditCaseOutcome", "outcome"],
      """
      granted|准予|Granted
      partly-granted|部分准予|Partly granted
      rejected|不予|Rejected
      revoked|撤销|Revoked
      changed|变更|Changed
      unlawful|确认违法|Unlawful
      upheld|维持或者驳回|Upheld
      terminated|终止|Terminated
      performed|已履行|Performed
      insured|保险赔付|Insured
      suit|已起诉|Suit
      """
    ),
    (["Decision", "decision"], "enter|纳入|Enter\nrefuse|不予纳入|Refuse"),
    (["ListingGround", "ground"], "colour|绿色企业|Colour\nstudy|学法|Study"),
    (
      ["RemovalCause", "cause"],
      """
      colour|颜色变化|Colour
      complaints|信访投诉|Complaints
      violation|违法|Violation
      emergency|突发环境事件|Emergency
      malicious|恶意违法|Malicious
      condition|不再符合条件|Condition
      expired|到期|Expired
      """
    ),
    (
      ["LeniencyVerdict", "verdict"],
      """
      no-penalty-required|应当不予处罚|No penalty (must)
      no-penalty-allowed|可以不予处罚|No penalty (may)
      reduction-allowed|可以从轻、减轻|Reduction allowed
      reduction-forbidden|不得从轻、减轻|Reduction forbidden
      no-ground|无从轻、减轻情形|No ground
      """
    ),
    (["LeniencyLaw", "law"], "at-act|行为时的法律|At the act\nat-decision|决定时的法律|At the decision"),
    (["effect"], "REQUIRED|应当不罚|Must not\nALLOWED|可以不罚|May not\nLIGHTER|从轻|Lighter\nMITIGATED|减轻|Mitigated"),
    (
      ["PenaltyDecisionKind", "decision"],
      """
      fine|罚款|Fine
      warning|警告|Warning
      restriction|限制或者停产|Restriction
      no-penalty|不予处罚|No penalty
      other|其他|Other
      """
    ),
    (
      ["StudyIncentive", "incentives"],
      """
      positive-list-priority|优先纳入正面清单|Priority on the positive list
      no-penalty|不予处罚|No penalty
      lighter-penalty|从轻处罚|Lighter penalty
      faster-repair|加快信用修复|Faster repair
      """
    ),
    (
      ["ClueSource", "clueSource"],
      """
      petition|信访|Petition
      media|媒体|Media
      penalty|行政处罚|Penalty
      inspection|检查|Inspection
      supervision|督察|Supervision
      protected-area|保护地|Protected area
      emergency|突发事件|Emergency
      crime|刑事案件|Crime
      procuratorate|检察机关|Procuratorate
      other|其他|Other
      """
    ),
    (["Prices", "prices"], "all|全部事实按草案重新计价|Price everything anew\nnew|只换颜色分界，已计分值不变|The scale alone"),
    (
      ["check"],
      """
      seed|种子与事先公布的承诺值相符|The seed is the one committed to
      contribution|其他方的种子与其承诺值相符|The other seed is the one committed to
      commitment-first|先承诺、后抽取|The commitment came before the draw
      pool|名单库与公布的摘要相符|The pool is the one whose hash was published
      units|由种子和名单库可重现抽取的对象|Seeds and pool give these units
      inspectors|由种子和名单库可重现抽取的执法人员|Seeds and pool give these inspectors
      result|结果与抽取时公布的摘要相符|The result is the one whose hash was published
      """
    ),
    (["about"], "key|重点|Key\nspecial|特殊|Special\ngeneral|一般|General\ninspectors|执法人员库|Inspectors"),
    (["count"], "calendar-days|自然日|Calendar days\nworking-days|工作日|Working days\nmonths|月|Months"),
    (
      ["step"],
      "accept|受理|Accept\nrefuse|不予受理|Refuse\nextend|延长|Extend\nanswer|答辩|Answer\ndecide|决定|Decide"
        + "\nappeal|上诉|Appeal\nwithdraw|撤回|Withdraw\nfile|申请|File"
    ),
  ]
}
