/// A notice: the unit that the case was handed to has taken it over (签收).
enum TakenOverTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项已由承办单位签收({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})已转送{{#unit}} {{unit}} {{/unit}}办理,该单位已签收。
      {{#due}}我们将于 {{due}} 前办结并答复您。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition was taken over ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your petition {{petitionNumber}} was handed on{{#unit}} to {{unit}}{{/unit}}, which has taken it over.
      {{#due}}You get our answer by {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
