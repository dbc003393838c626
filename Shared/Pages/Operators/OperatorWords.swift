/// What operators' fields and words are called.
enum OperatorWords {
  static let all: [String: PageText] = fields.merging(states) { first, _ in first }.merging(codes) { first, _ in first }

  private static let fields: [String: PageText] = [
    "id": PageText("编号", "Id"), "state": PageText("状态", "State"), "code": PageText("原因代码", "Code"),
    "topic": PageText("主题", "Topic"), "key": PageText("排序键", "Ordering key"), "field": PageText("字段", "Field"),
    "attempts": PageText("尝试次数", "Attempts"), "made": PageText("留存时间", "Kept back"),
    "topic.complaints": PageText("热线投诉", "Complaints"), "topic.enforcement": PageText("执法事实", "Facts of enforcement"),
    "topic.payments": PageText("付款回执", "Payments"), "topic.petitions": PageText("信访办理", "Steps of petitions"),
    "topic.scores": PageText("积分变化", "Changes of scores"),
    "topic.compensations": PageText("赔偿办理", "Steps of compensation"),
    "topic.petitioner-messages": PageText("致信访人的消息", "Messages to petitioners"),
    "topic.notifications": PageText("通知结果", "What became of notices"),
  ]

  private static let states: [String: PageText] = [
    "readiness.ok": PageText("正常", "Well"), "readiness.degraded": PageText("部分可用", "Degraded"),
    "readiness.down": PageText("不可用", "Down"), "readiness.silent": PageText("无应答", "No answer"),
    "readiness.refused": PageText("拒绝应答", "Refuses to answer"),
    "component.database": PageText("数据库", "Database"), "component.migrations": PageText("数据库结构", "Schema"),
    "component.consumer": PageText("消息接收", "Consumer"), "component.relay": PageText("事件发布", "Relay"),
    "component.channels": PageText("发送渠道", "Channels"),
    "state.rejected": PageText("不合规，已拒收", "Refused for good"),
    "state.parked": PageText("处理失败，留存", "Held: handling failed"),
    "state.waiting": PageText("排队等候", "Waits behind another"),
    "state.redriven": PageText("已重新接收", "Taken in after all"), "state.discarded": PageText("已放弃", "Given up"),
  ]

  /// Why messages are not taken in; codes of the database are shown as they are.
  private static let codes: [String: PageText] = [
    "code.handler-failed": PageText("处理失败", "Handling failed"),
    "code.killed-its-process": PageText("处理时进程终止", "Killed its process"),
    "code.key-paused": PageText("排序键已暂停", "Its key is paused"),
    "code.waits-for-its-turn": PageText("等候前一条消息", "Waits for its turn"),
    "code.database": PageText("数据库错误", "Fault of the database"),
    "code.tombstone": PageText("内容为空", "Nothing in it"),
    "code.value-too-large": PageText("内容过大", "Value too large"),
    "code.not-a-cloudevent": PageText("不是 CloudEvents 事件", "Not a CloudEvent"),
    "code.batch-not-supported": PageText("不支持批量格式", "Batch not supported"),
    "code.format-not-supported": PageText("不支持的格式", "Format not supported"),
    "code.json-invalid": PageText("JSON 格式错误", "JSON invalid"),
    "code.json-too-deep": PageText("JSON 嵌套过深", "JSON too deep"),
    "code.json-duplicate-name": PageText("JSON 字段重名", "JSON duplicate name"),
    "code.utf8-invalid": PageText("不是 UTF-8 编码", "UTF-8 invalid"),
    "code.specversion-unsupported": PageText("不支持的规范版本", "Specversion unsupported"),
    "code.attribute-missing": PageText("缺少属性", "Attribute missing"),
    "code.attribute-invalid": PageText("属性无效", "Attribute invalid"),
    "code.attribute-too-long": PageText("属性过长", "Attribute too long"),
    "code.attribute-duplicated": PageText("属性重复", "Attribute duplicated"),
    "code.attribute-name-invalid": PageText("属性名无效", "Attribute name invalid"),
    "code.too-many-attributes": PageText("属性过多", "Too many attributes"),
    "code.type-unknown": PageText("未知事件类型", "Type unknown"),
    "code.version-unknown": PageText("未知版本", "Version unknown"),
    "code.source-not-allowed": PageText("来源不允许", "Source not allowed"),
    "code.data-missing": PageText("缺少数据", "Data missing"), "code.data-invalid": PageText("数据无效", "Data invalid"),
    "code.field-missing": PageText("缺少字段", "Field missing"), "code.field-type": PageText("字段类型错误", "Field type"),
    "code.field-empty": PageText("字段为空", "Field empty"), "code.field-too-long": PageText("字段过长", "Field too long"),
    "code.field-range": PageText("数值超出范围", "Field out of range"),
    "code.field-format": PageText("字段格式错误", "Field format"),
    "code.field-unknown-value": PageText("字段取值未知", "Field of unknown value"),
    "code.field-conflict": PageText("字段相互矛盾", "Fields in conflict"),
    "code.control-character": PageText("含控制字符", "Control character"),
    "code.too-many-items": PageText("项目过多", "Too many items"),
    "code.time-too-early": PageText("时间过早", "Time too early"),
    "code.time-too-late": PageText("时间过晚", "Time too late"),
    "code.region-unknown": PageText("未知行政区划", "Region unknown"),
    "code.uscc-invalid": PageText("统一社会信用代码无效", "USCC invalid"),
    "code.sealed-unreadable": PageText("密封内容无法打开", "Sealed part unreadable"),
  ]
}
