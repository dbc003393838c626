import Contracts
import Pages

/// The lists of the service as pages.
enum NotificationLists {
  private static let channels = ContactChannel.allCases.map(\.rawValue)
  private static let audiences = MessageAudience.allCases.map(\.rawValue)
  private static let flags = ["true", "false"]

  static let all = [deliveries, messages, inbox, hand, enquiries, addressees, broadcasts, appointments, documents]

  static let deliveries = ListPage(
    "deliveries", PageText("网络回调投递", "Webhook deliveries"), source: "/v1/deliveries", rows: "deliveries",
    filters: [
      ListFilter("status", choices: DeliveryStatus.allCases.map(\.rawValue)), ListFilter("endpoint"),
      ListFilter("type"), ListFilter("subject"), ListFilter("from"), ListFilter("before"),
    ],
    columns: deliveryColumns)

  static let deliveryColumns = [
    ListColumn("madeAt", nil, .time, link: "/pages/subscriptions/{endpoint}/deliveries/{id}"),
    ListColumn("agency", link: "/pages/subscriptions/{endpoint}"), ListColumn("type"), ListColumn("subject"),
    ListColumn("status", nil, .word), ListColumn("attempts"), ListColumn("dueAt", nil, .time),
    ListColumn("settledAt", nil, .time), ListColumn("lastStatus"), ListColumn("lastFailure"),
  ]

  static let messages = ListPage(
    "messages", PageText("消息", "Messages"), source: "/v1/messages", rows: "messages",
    filters: [
      ListFilter("status", choices: MessageStatus.allCases.map(\.rawValue)), ListFilter("channel", choices: channels),
      ListFilter("audience", choices: audiences),
      ListFilter("urgency", choices: MessageUrgency.allCases.map(\.rawValue)),
      ListFilter("acknowledged", choices: flags), ListFilter("region"), ListFilter("template"), ListFilter("subject"),
      ListFilter("petitionId"), ListFilter("addressee"), ListFilter("documentNumber"), ListFilter("from"),
      ListFilter("before"),
    ],
    columns: messageColumns)

  static let messageColumns = [
    ListColumn("madeAt", nil, .time, link: "/pages/messages/{id}"), ListColumn("template", nil, .word),
    ListColumn("audience", nil, .word), ListColumn("addressee"), ListColumn("region"), ListColumn("status", nil, .word),
    ListColumn("channel", nil, .word), ListColumn("attempts"), ListColumn("dueAt", nil, .time),
    ListColumn("settledAt", nil, .time), ListColumn("failure"),
  ]

  static let inbox = ListPage(
    "inbox", PageText("收件箱", "Inbox"), source: "/v1/inbox", rows: "items",
    filters: [
      ListFilter("unread", choices: flags), ListFilter("unacknowledged", choices: flags),
      ListFilter("own", choices: flags), ListFilter("region"),
    ],
    columns: [
      ListColumn("title", PageText("标题", "Title"), link: "/pages/inbox/{messageId}"),
      ListColumn("deliveredAt", nil, .time), ListColumn("addressee"), ListColumn("wantsAcknowledgement"),
      ListColumn("readAt", nil, .time), ListColumn("acknowledgedAt", nil, .time),
    ])

  static let hand = ListPage(
    "hand-deliveries", PageText("人工送达", "Deliveries by hand"), source: "/v1/hand-deliveries", rows: "handDeliveries",
    filters: [ListFilter("channel", choices: channels), ListFilter("mine", choices: flags), ListFilter("region")],
    columns: [
      ListColumn("madeAt", nil, .time, link: "/pages/messages/{messageId}"), ListColumn("channel", nil, .word),
      ListColumn("audience", nil, .word), ListColumn("addressee"), ListColumn("template", nil, .word),
      ListColumn("region"), ListColumn("attempts"), ListColumn("expiresAt", nil, .time), ListColumn("takenBy"),
      ListColumn("takenUntil", nil, .time),
    ])

  static let enquiries = ListPage(
    "enquiries", PageText("企业咨询", "Enquiries"), source: "/v1/enquiries", rows: "enquiries",
    filters: [
      ListFilter("status", choices: EnquiryStatus.allCases.map(\.rawValue)), ListFilter("mine", choices: flags),
      ListFilter("region"),
    ],
    columns: [
      ListColumn("title", PageText("标题", "Title"), link: "/pages/enquiries/{enquiryId}"), ListColumn("enterprise"),
      ListColumn("region"), ListColumn("status", PageText("状态", "Status"), .word), ListColumn("owner"),
      ListColumn("handler"), ListColumn("askedAt", nil, .time), ListColumn("answeredAt", nil, .time),
    ], actions: [OfficeActions.ask])

  static let addressees = ListPage(
    "addressees", PageText("通讯对象", "Addressees"), source: "/v1/addressees", rows: "addressees",
    filters: [
      ListFilter("audience", choices: audiences), ListFilter("role"), ListFilter("tag"),
      ListFilter("active", choices: flags), ListFilter("region"),
    ],
    columns: [
      ListColumn("name", link: "/pages/addressees/{key}"), ListColumn("key"), ListColumn("audience", nil, .word),
      ListColumn("region"), ListColumn("roles", nil, .word), ListColumn("tags"), ListColumn("channels", nil, .word),
      ListColumn("colour", nil, .word), ListColumn("active"), ListColumn("updatedAt", nil, .time),
    ])

  static let broadcasts = ListPage(
    "broadcasts", PageText("群发与活动", "Broadcasts"), source: "/v1/broadcasts", rows: "broadcasts",
    filters: [
      ListFilter("kind", choices: BroadcastKind.allCases.map(\.rawValue)),
      ListFilter("status", choices: BroadcastStatus.allCases.map(\.rawValue)), ListFilter("region"),
    ],
    columns: [
      ListColumn("content.title", PageText("标题", "Title"), link: "/pages/broadcasts/{id}"),
      ListColumn("kind", nil, .word), ListColumn("status", nil, .word), ListColumn("region"), ListColumn("invited"),
      ListColumn("content.starts", nil, .time), ListColumn("sentAt", nil, .time), ListColumn("madeBy"),
    ], actions: [OfficeActions.draft])

  static let appointments = ListPage(
    "appointments", PageText("预约", "Appointments"), source: "/v1/appointments", rows: "appointments",
    filters: [
      ListFilter("status", choices: AppointmentStatus.allCases.map(\.rawValue)), ListFilter("addressee"),
      ListFilter("region"),
    ],
    columns: [
      ListColumn("at", nil, .time, link: "/pages/appointments/{id}"), ListColumn("addressee"),
      ListColumn("purpose", nil, .word), ListColumn("unit"), ListColumn("place"), ListColumn("status", nil, .word),
      ListColumn("madeBy"),
    ], actions: [OfficeActions.agree])

  static let documents = ListPage(
    "documents", PageText("法律文书", "Documents"), source: "/v1/documents", rows: "documents",
    filters: [ListFilter("code"), ListFilter("number"), ListFilter("subject"), ListFilter("region")],
    columns: [
      ListColumn("issuedAt", nil, .time, link: "/pages/documents/{id}"), ListColumn("title", PageText("标题", "Title")),
      ListColumn("number", PageText("文号", "Number")), ListColumn("addressee"), ListColumn("issuer"),
      ListColumn("region"),
    ])
}
