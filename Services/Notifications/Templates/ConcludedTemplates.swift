/// The third contact: the bureau's answer (办结).
enum ConcludedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项已办结({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})已经办结。{{#verdict}}处理意见:{{verdict}}。{{/verdict}}
      {{#queryCode}}凭编号和查询码 {{queryCode}} 可查询处理结果。{{/queryCode}}
      我们还将就办理情况听取您的意见。
      """)

  static let english = MessageTemplate(
    title: "Your petition was concluded ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your petition {{petitionNumber}} was concluded.{{#verdict}} The result: {{verdict}}.{{/verdict}}
      {{#queryCode}}With its number and your query code {{queryCode}} you can read the outcome.{{/queryCode}}
      We shall ask you whether you are content with how it was handled.
      """)
}
