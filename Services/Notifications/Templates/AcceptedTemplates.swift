/// The second contact when the petition was accepted (受理).
enum AcceptedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项已受理({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的问题(编号 {{petitionNumber}})已经受理{{#unit}},由 {{unit}} 办理{{/unit}}。
      {{#due}}我们将于 {{due}} 前办结并答复您。{{/due}}
      {{#queryCode}}查询码 {{queryCode}}。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition was accepted ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      your petition {{petitionNumber}} was accepted{{#unit}} and is handled by {{unit}}{{/unit}}.
      {{#due}}You get our answer by {{due}}.{{/due}}
      {{#queryCode}}Your query code is {{queryCode}}.{{/queryCode}}
      """)
}
