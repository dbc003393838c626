/// A notice: the report earns a reward, and until when it can be claimed (有奖举报).
enum RewardedTemplates {
  static let chinese = MessageTemplate(
    title: "举报奖励告知({{petitionNumber}})",
    body: """
      {{#name}}{{name}}:{{/name}}{{^name}}您好:{{/name}}
      您举报的问题(编号 {{petitionNumber}})经查证属实,按规定给予奖励{{#amount}} {{amount}} 元{{/amount}}。
      {{#due}}请在 {{due}}(含当日)以前凭编号和查询码领取,逾期视为放弃。{{/due}}
      {{#queryCode}}查询码:{{queryCode}}{{/queryCode}}
      """)

  static let english = MessageTemplate(
    title: "A reward for your report ({{petitionNumber}})",
    body: """
      Dear {{#name}}{{name}}{{/name}}{{^name}}petitioner{{/name}},
      what you reported under {{petitionNumber}} was verified, and earns a reward{{#amount}} of {{amount}} yuan{{/amount}}.
      {{#due}}Please claim it by {{due}} with its number and your query code; it lapses after that.{{/due}}
      {{#queryCode}}Your query code: {{queryCode}}{{/queryCode}}
      """)
}
