import Pages

/// What the fields of this service are called in both languages.
enum ScoringWords {
  static let all = names.merging(choices) { own, _ in own }

  private static let names: [String: PageText] = table(
    """
    subjectKey|主体代码|Subject
    subject|主体代码（统一社会信用代码或点位）|Code of the subject
    title|名称|Name
    region|行政区划|Region
    ownerKey|所属企业|Owner
    owner|所属企业|Owner
    sites|点位|Sites
    at|截至时间|As of
    score|积分|Score
    colour|颜色|Colour
    colourName|规则中的颜色名称|Colour as the rules name it
    colourSince|颜色起始时间|Colour since
    facts|计分事实数|Facts that count
    nextChange|下次自动变动|Changes by itself
    sequence|事件序号|Sequence of events
    derivation|依据规则|Rule
    rule|依据规则|Rule
    pack|规则包|Rule pack
    version|版本|Version
    updatedAt|更新时间|Updated
    entryId|台账编号|Entry
    origin|来源类别|Origin
    fact|事实种类|Kind of fact
    source|来源系统|Source
    factId|来源编号|The source's number
    establishedAt|认定时间|Established
    establishedFrom|认定时间自|Established from
    establishedBefore|认定时间止（不含）|Established before
    happenedAt|发生时间|Happened
    factAt|发生时间|Happened
    petitionId|信访件编号|Petition
    penaltyNumber|处罚案号|Penalty case
    assesses|作为评价事实|Assesses
    clientKey|录入键|Key of the entry
    withdraws|撤销范围|Withdraws
    amends|更正的台账|Amends
    amendsCase|更正的案件|Amends the case
    evidence|证据|Evidence
    uri|证据地址|Address of the evidence
    sha256|证据摘要（SHA-256）|SHA-256 of the evidence
    correlation|关联编号|Correlation
    lines|计分明细|Lines
    code|事项代码|Code
    points|分值|Points
    until|有效期至|Valid until
    veto|一票否决|Veto
    standing|是否计分|Standing
    runningTotal|累计|Running total
    withdrawnBy|撤销依据|Withdrawn by
    factCodes|事项代码|Codes
    correctedAt|更正时间|Corrected
    registeredAt|登记时间|Registered
    linkedAt|关联时间|Linked
    perYear|每年现场检查次数|Visits a year
    mode|监管方式|Way of supervising
    reasons|依据|Reasons
    specialUntil|特殊监管对象至|Special until
    inspectionClass|检查对象类别|Class of inspection
    class|检查对象类别|Class of inspection
    groups|分类|Groups
    trades|行业|Trades
    dailyEmissionGrams|日排放量（克）|Daily emission (g)
    active|在册|On the register
    plan|检查计划|Plan
    cut|限排比例|Cut
    allowedGrams|限排后日排放量（克）|Allowed a day (g)
    exempt|正面清单免限|Exempt
    alert|预警等级|Alert
    number|执法证号|Inspector's number
    interests|回避对象|Interests
    drawId|抽查编号|Draw
    level|层级|Level
    quarter|季度|Quarter
    algorithm|算法|Algorithm
    purpose|用途|Purpose
    contributor|种子提供方|Contributor
    commitment|种子承诺值（SHA-256）|Commitment (SHA-256)
    committedAt|承诺时间|Committed
    drawnAt|抽取时间|Drawn
    releasedAt|公开时间|Released
    contributions|各方种子|Contributions
    seed|种子|Seed
    strata|抽查对象库|Pools of units
    units|对象数|Units
    tickets|签数|Tickets
    quota|抽取数|Quota
    poolSha256|对象库摘要（SHA-256）|Hash of the pool
    inspectorPoolSize|执法人员库人数|Inspectors in the pool
    inspectorPoolSha256|执法人员库摘要（SHA-256）|Hash of the inspectors' pool
    inspectorsEach|每户执法人员数|Inspectors for each
    resultSha256|结果摘要（SHA-256）|Hash of the result
    drawn|抽取结果|Drawn
    rank|顺序|Rank
    inspectors|执法人员|Inspectors
    avoided|回避人员|Stood back
    result|检查结果|Result
    inspectionNumber|检查编号|Inspection
    inspectedAt|检查时间|Inspected
    onSite|现场检查|On site
    problems|发现问题|Problems found
    publishBy|公开期限|Publish by
    publishedAt|公开时间|Published
    without|排除的种子提供方|Without these contributors
    decision|决定|Decision
    confirmed|已确认的条件|Confirmed conditions
    screening|筛选条件|Screening
    unmet|未满足条件|Unmet
    ground|推荐依据|Ground
    grounds|情形|Grounds
    recommendedAt|推荐时间|Recommended
    decidedAt|决定时间|Decided
    decidedBy|决定机关或人员|Decided by
    validUntil|有效期至|Valid until
    removedAt|移出时间|Removed
    cause|移出原因|Cause
    barredUntil|限制纳入至|Barred until
    caseId|案件|Case
    caseNumber|文号|Case number
    instance|审级|Instance
    filedAt|申请时间|Filed
    knownAt|知晓时间|Known
    late|逾期申请|Filed late
    overdue|是否超期|Overdue
    dueAt|到期时间|Due
    dueBefore|到期时间早于|Due before
    file|案卷|File
    entries|台账条目|Entries
    statement|陈述|Statement
    requestDue|申请期限|Period to ask
    due|期限|Due
    start|起算|Start
    length|长度|Length
    count|数量|Count
    provisional|暂定|Provisional
    clocks|办理期限|Clocks
    dueDate|期限|Due date
    dueDates|期限|Due dates
    metAt|完成时间|Met
    overAt|超期时间|Over
    warnings|已提醒次数|Warnings
    extended|已延长|Extended
    refusal|不予受理|Refusal
    decisions|决定|Decisions
    notes|办理记录|Notes
    step|环节|Step
    by|经办人|By
    text|内容|Text
    copyReceivedAt|收到起诉状副本时间|Copy received
    outcome|结果|Outcome
    document|文书编号|Document
    withdrawn|撤销的台账|Withdrawn entries
    newFactCodes|变更后的事项代码|New codes
    servedAt|送达时间|Served
    effective|已生效|In effect
    assessmentId|评估编号|Assessment
    assessedBy|评估人|Assessed by
    actAt|行为时间|Time of the act
    verdict|评估结论|Verdict
    law|适用法律|Law
    otherLaw|另一时点的法律|By the other law
    discretionFen|裁量基准（分）|Discretionary fine (fen)
    statutoryMinimumFen|法定最低罚款（分）|Statutory minimum (fen)
    lowestFen|最低罚款|Lowest fine
    highestFen|最高罚款|Highest fine
    fineFen|罚款（分）|Fine (fen)
    amount|金额测算|Amount
    reductions|减轻幅度|Reductions
    leastRate|最低幅度|Least rate
    mostRate|最高幅度|Most rate
    leastFen|最低减轻|Least reduction
    mostFen|最高减轻|Most reduction
    largestReductionFen|减轻上限|Largest reduction
    floorFen|下限|Floor
    capped|已封顶|Capped
    applies|适用|Applies
    effect|效果|Effect
    detail|详情|Detail
    shareOfDiscretion|占裁量基准比例|Share of the discretionary fine
    pledgeId|承诺书|Pledge
    request|申请内容|Request
    changedLaw|法律变更|Changed law
    items|清单事项|Items of the catalogue
    findings|认定的因素|Findings
    factor|因素|Factor
    found|是否成立|Found
    measures|实测值|Measures
    measure|测量项|Measure
    value|数值|Value
    circumstances|排除情形|Excluding circumstances
    apologyClass|道歉等级|Class of apology
    decided|已决定|Decided
    requestedAt|申请时间|Requested
    minutes|学习分钟数|Minutes
    exams|考试通过次数|Examinations passed
    credits|学法积分|Credits
    exam|考试|Examination
    incentives|激励措施|Incentives
    minimumUnits|最低学时|Least units
    county|县区代码|County
    countyName|县区|County
    clueSource|线索来源|Source of the clue
    clueAt|线索时间|Clue
    closedAt|办结时间|Closed
    period|统计期|Period
    prices|试算范围|Prices
    scoreFrom|积分自|Score from
    scoreThrough|积分至|Score through
    changedFrom|颜色变化自|Changed from
    changedBefore|颜色变化止（不含）|Changed before
    """)

  /// `name|中文|English`, a line each.
  static func table(_ text: String) -> [String: PageText] {
    let lines = text.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    return Dictionary(
      lines.filter { $0.count == 3 }.map { ($0[0], PageText($0[1], $0[2])) }, uniquingKeysWith: { first, _ in first })
  }
}
