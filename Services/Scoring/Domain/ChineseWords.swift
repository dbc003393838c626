import Contracts

// What Chinese staff and citizens read in place of our codes.

extension Colour {
  var chinese: String {
    switch self {
    case .green: "绿色"
    case .yellow: "黄色"
    case .red: "红色"
    case .unrated: "未评级"
    }
  }
}

extension SubjectKind {
  var chinese: String {
    switch self {
    case .emitter: "排污单位"
    case .monitoringAgency: "环境监测机构"
    case .operationAgency: "运维机构"
    case .assessmentAgency: "环评、鉴定评估机构"
    case .other: "其他"
    }
  }
}

extension FactOrigin {
  var chinese: String {
    switch self {
    case .inspection: "检查"
    case .petition: "信访查实"
    case .penalty: "行政处罚"
    case .rectification: "整改"
    case .study: "学法"
    case .apology: "公开道歉"
    case .compensation: "损害赔偿"
    case .expiry: "到期"
    case .repair: "信用修复"
    case .crime: "行刑衔接"
    case .lenience: "不予处罚认定"
    case .correction: "更正"
    case .objection: "异议"
    case .review: "行政复议"
    case .litigation: "行政诉讼"
    case .link: "主体关联"
    case .rules: "规则变更"
    }
  }
}

extension Derivation.Standing {
  var chinese: String {
    switch self {
    case .counts: "计分"
    case .notYet: "尚未认定"
    case .lapsed: "已过有效期"
    case .withdrawn: "已撤销"
    case .notOwned: "当时不属于该企业"
    case .countedAlready: "同一违法行为已计分"
    case .withoutPoints: "不计分"
    }
  }
}
