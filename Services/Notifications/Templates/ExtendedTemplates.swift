/// A notice: the period for the answer was extended, and why (延期, 信访工作条例 第三十四条).
enum ExtendedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项办理期限延长告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})经本机关负责人批准,延长办理期限。{{#extensionReason}}理由:{{extensionReason}}。{{/extensionReason}}{{#explanation}}{{explanation}}{{/explanation}}
      {{#due}}我们将于 {{due}} 前办结并答复您。{{/due}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "More time for your petition ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      the time for answering your petition {{petitionNumber}} was extended with the approval of the head of the bureau.{{#extensionReason}} The reason: {{extensionReason}}.{{/extensionReason}}{{#explanation}} {{explanation}}{{/explanation}}
      {{#due}}You get our answer by {{due}}.{{/due}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
