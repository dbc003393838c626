/// A notice: a review or re-examination was decided (复查意见、复核意见).
enum ReviewDecidedTemplates {
  static let chinese = MessageTemplate(
    title: "复查复核意见告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您的信访事项(编号 {{petitionNumber}})已作出{{#level}}{{level}}{{/level}}意见。{{#reviewVerdict}}结果:{{reviewVerdict}}。{{/reviewVerdict}}
      {{#due}}如不服,可于 {{due}} 前请求复核。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your review was decided ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      the {{#level}}{{level}}{{/level}}{{^level}}review{{/level}} of petition {{petitionNumber}} was decided.{{#reviewVerdict}} The result: {{reviewVerdict}}.{{/reviewVerdict}}
      {{#due}}You can ask for a re-examination until {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
