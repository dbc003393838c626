/// A notice: the clock for the answer runs again.
enum ResumedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项办理期限恢复计算告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})办理期限已恢复计算。
      {{#due}}我们将于 {{due}} 前办结并答复您。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition goes on ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      the time for your petition {{petitionNumber}} runs again.
      {{#due}}You get our answer by {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
