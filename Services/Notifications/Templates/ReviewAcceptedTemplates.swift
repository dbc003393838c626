/// A notice: a review or re-examination runs (复查、复核, 信访工作条例 第三十五条、第三十六条).
enum ReviewAcceptedTemplates {
  static let chinese = MessageTemplate(
    title: "复查复核申请已收到({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您就信访事项(编号 {{petitionNumber}})提出的{{#level}}{{level}}{{/level}}申请已收到{{#unit}},由 {{unit}} 办理{{/unit}}。
      {{#due}}将于 {{due}} 前作出书面意见。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your request for review was received ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your request for {{#level}}{{level}}{{/level}}{{^level}}review{{/level}} of petition {{petitionNumber}} was received{{#unit}} and is with {{unit}}{{/unit}}.
      {{#due}}You get the written opinion by {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
