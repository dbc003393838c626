import Hummingbird
import Pages

/// What staff, enterprises and agencies do about messages, questions, deliveries by hand, addressees, broadcasts, visits.
enum OfficeActions {
  static let acknowledgeMessage = PageAction(
    .post, "/v1/messages/{id}/acknowledgement", PageText("登记送达回证", "Record the receipt"),
    afterwards: "/pages/messages/{id}")

  static let inbox = [
    PageAction(.post, "/v1/inbox/{id}/read", PageText("标为已读", "Mark as read"), afterwards: "/pages/inbox/{id}"),
    PageAction(
      .post, "/v1/inbox/{id}/acknowledge", PageText("签收", "Acknowledge"),
      caution: PageText("签收即确认已收到，并记入送达记录。", "This says that it was received, and goes on record."),
      afterwards: "/pages/inbox/{id}"),
    PageAction(
      .post, "/v1/inbox/{id}/answer", PageText("回复", "Answer"), afterwards: "/pages/enquiries/{enquiryId}"),
  ]

  static let ask = PageAction(
    .post, "/v1/enquiries", PageText("提出咨询", "Ask a question"), afterwards: "/pages/enquiries/{enquiryId}",
    at: "enquiries/new")

  static let enquiry = [
    step("take", PageText("认领", "Take it")), step("answer", PageText("答复", "Answer")),
    step("transfer", PageText("转办", "Pass it on")), step("hand-over", PageText("更换负责人", "Hand it over")),
    step("ask", PageText("追问", "Ask on")), step("close", PageText("办结", "Close")),
  ]

  private static func step(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/enquiries/{id}/\(name)", title, afterwards: "/pages/enquiries/{id}")
  }

  static let hand = [
    PageAction(
      .post, "/v1/hand-deliveries/{id}/take", PageText("领取", "Take it on"),
      afterwards: "/pages/hand-deliveries?mine=true"),
    PageAction(
      .post, "/v1/hand-deliveries/{id}/open", PageText("查看联系方式", "Open whom to reach"),
      caution: PageText(
        "联系方式属于个人信息，查看将记入审计。", "These are personal data. That you looked is kept in the audit trail."),
      afterwards: "/pages/hand-deliveries/{id}/outcome", showsAnswer: true),
    PageAction(
      .post, "/v1/hand-deliveries/{id}/outcome", PageText("登记结果", "Record the outcome"),
      afterwards: "/pages/hand-deliveries?mine=true"),
  ]

  static let keepAddressee = PageAction(
    .put, "/v1/addressees/{key}", PageText("登记或修改通讯对象", "Enter or change an addressee"),
    caution: PageText("不填联系方式时，原有的保留。", "Without contacts, those that are there stay."),
    afterwards: "/pages/addressees/{key}", at: "addressees/{key}/change")

  static let draft = PageAction(
    .post, "/v1/broadcasts", PageText("起草群发", "Draft a broadcast"), afterwards: "/pages/broadcasts/{id}",
    at: "broadcasts/new")

  static let broadcast = [
    PageAction(
      .put, "/v1/broadcasts/{id}", PageText("修改草稿", "Change the draft"), afterwards: "/pages/broadcasts/{id}",
      at: "broadcasts/{id}/change"),
    PageAction(
      .post, "/v1/broadcasts/{id}/send", PageText("发送", "Send"),
      caution: PageText("发送后不能收回。", "It cannot be taken back."), afterwards: "/pages/broadcasts/{id}"),
    PageAction(
      .post, "/v1/broadcasts/{id}/cancel", PageText("取消", "Call it off"),
      caution: PageText("已受邀者会收到取消通知。", "Those who were invited are told."),
      afterwards: "/pages/broadcasts/{id}"),
    PageAction(
      .post, "/v1/broadcasts/{id}/answer", PageText("答复是否参加", "Answer the invitation"),
      afterwards: "/pages/broadcasts/{id}"),
    PageAction(
      .post, "/v1/broadcasts/{id}/attendance", PageText("登记出席", "Note who came"),
      afterwards: "/pages/broadcasts/{id}", at: "broadcasts/{id}/attended"),
  ]

  static let agree = PageAction(
    .post, "/v1/appointments", PageText("预约", "Agree on a visit"), afterwards: "/pages/appointments/{id}",
    at: "appointments/new")

  static let appointment = [
    visit("move", PageText("改期", "Move it")), visit("cancel", PageText("取消预约", "Cancel it")),
    visit("keep", PageText("已赴约", "It was kept")), visit("miss", PageText("未赴约", "It was missed")),
  ]

  private static func visit(_ name: String, _ title: PageText) -> PageAction {
    PageAction(.post, "/v1/appointments/{id}/\(name)", title, afterwards: "/pages/appointments/{id}")
  }

  static let checkRules = PageAction(
    .post, "/v1/notice-rules/check", PageText("检查规则草案", "Check a draft of the rules"), afterwards: "/pages/preview",
    showsAnswer: true)

  static let all =
    [acknowledgeMessage, ask, keepAddressee, draft, agree, checkRules] + inbox + enquiry + hand + broadcast
    + appointment
}
