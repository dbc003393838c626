/// The second contact when the petition was not accepted (不予受理): with the reason, and whose matter it is.
enum RefusedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项不予受理告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})不予受理。{{#reason}}理由:{{reason}}。{{/reason}}
      {{#referredTo}}请向 {{referredTo}} 反映。{{/referredTo}}
      {{#queryCode}}查询码 {{queryCode}}。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition was not accepted ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your petition {{petitionNumber}} was not accepted.{{#reason}} The reason: {{reason}}.{{/reason}}
      {{#referredTo}}Please turn to {{referredTo}}.{{/referredTo}}
      {{#queryCode}}Your query code is {{queryCode}}.{{/queryCode}}
      """)
}
