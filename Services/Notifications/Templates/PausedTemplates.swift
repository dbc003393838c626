/// A notice: the clock for the answer stands still, and why.
enum PausedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项办理期限中止告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})办理期限暂停计算。{{#pauseReason}}理由:{{pauseReason}}。{{/pauseReason}}{{#explanation}}{{explanation}}{{/explanation}}
      恢复计算时我们将再告知您。
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition waits ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      the time for your petition {{petitionNumber}} stands still for now.{{#pauseReason}} The reason: {{pauseReason}}.{{/pauseReason}}{{#explanation}} {{explanation}}{{/explanation}}
      We tell you when it runs again.
      {{#queryCode}}With its number and your query code {{queryCode}} you can see how the case stands.{{/queryCode}}
      """)
}
