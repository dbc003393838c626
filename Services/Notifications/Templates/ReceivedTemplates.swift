/// The first contact: the petition was received (收到).
enum ReceivedTemplates {
  static let chinese = MessageTemplate(
    title: "信访事项已收到({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您反映的生态环境问题我们已经收到,编号 {{petitionNumber}}。
      {{#due}}我们将于 {{due}} 前决定是否受理并告知您。{{/due}}
      {{#queryCode}}查询码 {{queryCode}},请妥善保管,凭编号和查询码可查询办理进展。{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "Your petition was received ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      we have received your report on the environment. Its number is {{petitionNumber}}.
      {{#due}}By {{due}} we decide whether we accept it, and tell you.{{/due}}
      {{#queryCode}}Your query code is {{queryCode}}. Keep it: number and code together show you how the case stands.{{/queryCode}}
      """)
}
