import Contracts

/// What fields and words are called that several services have.
enum CommonWords {
  static let all: [String: PageText] = [
    "region": PageText("行政区划", "Region"), "reason": PageText("理由", "Reason"),
    "status": PageText("状态", "Status"), "kind": PageText("类别", "Kind"), "unit": PageText("单位", "Unit"),
    "from": PageText("起", "From"), "before": PageText("止（不含）", "Before"), "limit": PageText("每页", "A page"),
    "note": PageText("备注", "Note"), "name": PageText("名称", "Name"), "day": PageText("日期", "Day"),
    "person": PageText("人员", "Person"), "phone": PageText("电话", "Telephone"), "summary": PageText("摘要", "Summary"),
    "documentNumber": PageText("文书编号", "Document number"), "article": PageText("依据条款", "Article"),
    "explanation": PageText("说明", "Explanation"), "authority": PageText("机关", "Authority"),
    "amount": PageText("金额（分）", "Amount (fen)"), "subjectKey": PageText("主体", "Subject"),
    "true": PageText("是", "Yes"), "false": PageText("否", "No"),
    "clerk": PageText("受理员", "Clerk"), "handler": PageText("承办人", "Handler"),
    "supervisor": PageText("督办员", "Supervisor"), "leader": PageText("负责人", "Leader"),
    "finance": PageText("财务", "Finance"), "auditor": PageText("审计", "Auditor"),
    "operator": PageText("运维", "Operator"), "agency": PageText("下游部门", "Agency"),
    "hotline": PageText("热线", "Hotline"), "enterprise": PageText("企业", "Enterprise"),
    // A service may call a field like a role.
    "role.clerk": PageText("受理员", "Clerk"), "role.handler": PageText("承办人", "Handler"),
    "role.supervisor": PageText("督办员", "Supervisor"), "role.leader": PageText("负责人", "Leader"),
    "role.finance": PageText("财务", "Finance"), "role.auditor": PageText("审计", "Auditor"),
    "role.operator": PageText("运维", "Operator"), "role.agency": PageText("下游部门", "Agency"),
    "role.hotline": PageText("热线", "Hotline"), "role.enterprise": PageText("企业", "Enterprise"),
    "petitions": PageText("信访", "Petitions"), "scoring": PageText("三色积分", "Scoring"),
    "compensation": PageText("损害赔偿", "Compensation"), "notifications": PageText("通知", "Notifications"),
  ]
}
