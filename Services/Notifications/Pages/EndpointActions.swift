import Hummingbird
import Pages

/// What agencies and operators do about subscriptions, their endpoints, keys and deliveries.
enum EndpointActions {
  private static let page = "/pages/subscriptions/{path.id}"

  static let request = PageAction(
    .post, "/v1/subscriptions", PageText("申请订阅", "Ask for events"),
    caution: PageText("密钥只在提交后显示一次，请立即妥善保存。", "The secret is shown once, after this. Keep it safe at once."),
    afterwards: "/pages/subscriptions/{id}", showsAnswer: true, at: "subscriptions/new")

  static let verify = PageAction(
    .post, "/v1/subscriptions/{id}/verify", PageText("核验端点", "Verify the endpoint"),
    caution: PageText("将向端点发送一次 OPTIONS 请求。", "The endpoint is asked once by OPTIONS."), afterwards: page)

  static let test = PageAction(
    .post, "/v1/subscriptions/{id}/test", PageText("发送测试事件", "Send a test event"),
    caution: PageText(
      "将向端点发送一个签名的测试事件，不计入统计。", "A signed test event goes to the endpoint. It counts nowhere."),
    afterwards: page, showsAnswer: true)

  static let settings = PageAction(
    .put, "/v1/subscriptions/{id}/delivery", PageText("调整投递方式", "Change order and pace"), afterwards: page)

  static let rotate = PageAction(
    .post, "/v1/subscriptions/{id}/keys", PageText("更换签名密钥", "Rotate the key"),
    caution: PageText(
      "新密钥只显示一次；旧密钥在重叠期内继续签名，之后失效。请先通知接收方。",
      "The new secret is shown once. Old keys sign beside it for the overlap and then end. Tell the receiver first."),
    afterwards: page, showsAnswer: true)

  static let endKey = PageAction(
    .post, "/v1/subscriptions/{id}/keys/{key}/end", PageText("停用密钥", "End this key"),
    caution: PageText("此后不再用该密钥签名，不能恢复。", "It signs no longer, and cannot be brought back."), afterwards: page)

  static let replay = PageAction(
    .post, "/v1/subscriptions/{id}/deliveries/{delivery}/replay", PageText("重新投递", "Send it again"),
    caution: PageText(
      "将以同一编号再次发送该事件，接收方应按编号去重。",
      "The event is sent again under the same id; the receiver drops what it has by that id."),
    afterwards: "/pages/subscriptions/{path.id}/deliveries/{path.delivery}")

  static let replayMany = PageAction(
    .post, "/v1/subscriptions/{id}/replays", PageText("批量补发", "Send many again"),
    caution: PageText(
      "将补发所选时间内未送达或缺失的全部事件。", "Everything of that time that failed, or is missing, is sent again."),
    afterwards: page)

  static let cancelReplay = PageAction(
    .post, "/v1/subscriptions/{id}/replays/{replay}/cancel", PageText("停止补发", "Stop this replay"),
    caution: PageText("已排入队列的仍会投递。", "What is queued already is sent all the same."), afterwards: page)

  static let approve = PageAction(
    .post, "/v1/subscriptions/{id}/approve", PageText("批准订阅", "Approve"),
    caution: PageText("批准后事件即开始向该端点投递。", "From then on events are sent to the endpoint."), afterwards: page)

  static let resume = PageAction(
    .post, "/v1/subscriptions/{id}/enable", PageText("恢复投递", "Resume"),
    caution: PageText("端点会先被核验，积压的投递随即发送。", "The endpoint is verified first; what waits is sent then."),
    afterwards: page)

  static let pause = PageAction(
    .post, "/v1/subscriptions/{id}/disable", PageText("暂停投递", "Pause"),
    caution: PageText(
      "暂停期间不向该端点发送任何事件，可由运维或负责人恢复。",
      "Nothing is sent to it until an operator or a leader resumes it."), afterwards: page)

  static let check = PageAction(
    .post, "/v1/filters/trials", PageText("试用筛选条件", "Try a filter"), afterwards: "/pages/subscriptions",
    showsAnswer: true)

  /// In the order of an endpoint's page.
  static let ofEndpoint = [approve, verify, test, pause, resume, settings, rotate, replayMany]

  static let all = ofEndpoint + [request, endKey, replay, cancelReplay, check]

  /// In which states of the subscription each makes sense, by the last part of its path.
  static let states: [String: Set<String>] = [
    "approve": ["requested"], "enable": ["disabled"], "disable": ["requested", "approved"],
    "replays": ["approved"],
  ]
}
