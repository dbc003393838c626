import Contracts

// As offices write it, on papers and in tables.

extension CompensationStatus {
  var chinese: String {
    switch self {
    case .clue: "线索核查"
    case .notStarted: "不启动"
    case .filed: "启动"
    case .investigation: "调查"
    case .assessment: "鉴定评估"
    case .negotiation: "磋商"
    case .agreed: "达成协议"
    case .courtConfirmation: "司法确认"
    case .performing: "修复或履行"
    case .evaluation: "效果评估"
    case .suit: "诉讼"
    case .insurance: "保险赔付"
    case .closed: "结案"
    }
  }
}

extension ClueSource {
  var chinese: String {
    switch self {
    case .petition: "信访举报"
    case .media: "媒体曝光"
    case .protectedArea: "自然保护地"
    case .penalty: "行政处罚"
    case .inspection: "执法检查"
    case .supervision: "上级督察"
    case .emergency: "突发环境事件"
    case .crime: "刑事案件"
    case .procuratorate: "检察机关"
    case .other: "其他"
    }
  }
}

extension CompensationOutcome {
  var chinese: String {
    switch self {
    case .performed: "履行完毕"
    case .insured: "保险赔付"
    case .suit: "诉讼"
    case .terminated: "终止"
    }
  }
}

extension NotStartedReason {
  var chinese: String {
    switch self {
    case .noDamage: "未造成生态环境损害"
    case .performed: "赔偿义务人已经履行赔偿义务"
    case .judgment: "已有生效裁判覆盖"
    case .notablyMinor: "损害显著轻微,不需要赔偿"
    case .obligorGone: "赔偿义务人终止或死亡且无财产可供承担责任"
    case .lawful: "依法取得许可并合规排放"
    case .other: "其他情形"
    }
  }
}

extension ConsultationOutcome {
  var chinese: String {
    switch self {
    case .willing: "愿意履行赔偿义务"
    case .undecided: "尚待考虑"
    case .unwilling: "不愿履行赔偿义务"
    case .absent: "经通知未到场"
    }
  }
}

extension Restorability {
  var chinese: String {
    switch self {
    case .full: "能够修复"
    case .partial: "部分能够修复"
    case .none: "无法修复"
    }
  }
}

extension RestorationPerformer {
  var chinese: String {
    switch self {
    case .obligor: "赔偿义务人"
    case .entrusted: "受赔偿义务人委托的单位"
    case .authority: "有关部门代为修复"
    }
  }
}

extension RoundOutcome {
  var chinese: String {
    switch self {
    case .agreed: "达成一致"
    case .adjourned: "再行磋商"
    case .failed: "未达成一致"
    }
  }
}

extension MeetingRole {
  var chinese: String {
    switch self {
    case .bureau: "办案机构"
    case .obligor: "赔偿义务人"
    case .department: "其他部门"
    case .procuratorate: "检察机关"
    case .court: "人民法院"
    case .villageRepresentative: "村民代表"
    case .lawyer: "律师"
    case .expert: "专家"
    case .insurer: "保险机构"
    case .mediator: "调解组织"
    case .citizen: "其他公众"
    }
  }
}

extension AppraisalKind {
  var chinese: String {
    switch self {
    case .judicial: "司法鉴定机构"
    case .recommended: "推荐的鉴定评估机构"
    case .joint: "双方共同委托的机构"
    }
  }
}
