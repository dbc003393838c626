/// A notice: the case was opened again (重新办理).
enum ReopenedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项重新办理告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})将重新办理。
      {{#due}}我们将于 {{due}} 前办结并答复您。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition was opened again ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your petition {{petitionNumber}} is handled again.
      {{#due}}You get our answer by {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
