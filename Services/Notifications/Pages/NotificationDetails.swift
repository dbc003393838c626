import Pages

/// One of each thing as a page.
enum NotificationDetails {
  static let all = [
    delivery, replay, message, inbox, enquiry, addressee, contacts, broadcast, attendance, appointment, document,
    subject,
  ]

  static let delivery = DetailPage(
    path: "subscriptions/{id}/deliveries/{delivery}", title: PageText("一次投递", "A delivery"),
    source: "/v1/subscriptions/{id}/deliveries/{delivery}",
    fields: [
      ListColumn("id", PageText("投递编号（webhook-id）", "Id (webhook-id)")), ListColumn("type"),
      ListColumn("subject"), ListColumn("status", nil, .word), ListColumn("attempts"), ListColumn("replays"),
      ListColumn("madeAt", nil, .time), ListColumn("dueAt", nil, .time), ListColumn("settledAt", nil, .time),
      ListColumn("lastStatus"), ListColumn("lastFailure"), ListColumn("milliseconds"),
    ],
    texts: ["event"],
    tables: [
      DetailPage.Table(
        value: "failedAttempts", title: PageText("失败的投递", "Attempts that failed"),
        columns: [
          ListColumn("number", PageText("次", "No.")), ListColumn("at", nil, .time),
          ListColumn("status", PageText("应答", "Answer")), ListColumn("failure"), ListColumn("milliseconds"),
        ])
    ],
    actions: [EndpointActions.replay], states: ["replay": ["delivered", "exhausted"]],
    links: [PageLink("/pages/subscriptions/{id}", PageText("返回端点", "Back to the endpoint"))])

  static let replay = DetailPage(
    path: "subscriptions/{id}/replays/{replay}", title: PageText("批量补发", "A replay"),
    source: "/v1/subscriptions/{id}/replays/{replay}", fields: SubscriptionPages.replayColumns,
    actions: [EndpointActions.cancelReplay], states: ["cancel": ["running"]],
    links: [PageLink("/pages/subscriptions/{id}", PageText("返回端点", "Back to the endpoint"))])

  static let message = DetailPage(
    path: "messages/{id}", title: PageText("消息", "A message"), source: "/v1/messages/{id}",
    fields: [
      ListColumn("id", PageText("消息编号", "Id")), ListColumn("subject", link: "/pages/subjects/{subject}"),
      ListColumn("petitionId"), ListColumn("contact", nil, .word), ListColumn("audience", nil, .word),
      ListColumn("addressee"), ListColumn("template", nil, .word),
      ListColumn("region"), ListColumn("urgency", nil, .word), ListColumn("channels", nil, .word),
      ListColumn("status", nil, .word), ListColumn("channel", nil, .word), ListColumn("attempts"),
      ListColumn("failure"), ListColumn("documentNumber"), ListColumn("madeAt", nil, .time),
      ListColumn("notBefore", nil, .time), ListColumn("dueAt", nil, .time), ListColumn("expiresAt", nil, .time),
      ListColumn("settledAt", nil, .time), ListColumn("proof"), ListColumn("proofSha256"),
      ListColumn("wantsAcknowledgement"), ListColumn("acknowledgedAt", nil, .time),
    ],
    tables: [
      DetailPage.Table(
        value: "history", title: PageText("发送经过", "What was tried"),
        columns: [
          ListColumn("number", PageText("次", "No.")), ListColumn("at", nil, .time), ListColumn("channel", nil, .word),
          ListColumn("outcome", nil, .word), ListColumn("failure"), ListColumn("proof"), ListColumn("actor"),
        ])
    ],
    actions: [OfficeActions.acknowledgeMessage] + OfficeActions.hand,
    states: ["take": ["by-hand"], "open": ["by-hand"], "outcome": ["by-hand"]])

  static let inbox = DetailPage(
    path: "inbox/{id}", title: PageText("来信", "A message to you"), source: "/v1/inbox/{id}",
    fields: [
      ListColumn("title", PageText("标题", "Title")), ListColumn("addressee"), ListColumn("documentNumber"),
      ListColumn("deliveredAt", nil, .time), ListColumn("wantsAcknowledgement"), ListColumn("readAt", nil, .time),
      ListColumn("readBy"), ListColumn("acknowledgedAt", nil, .time), ListColumn("acknowledgedBy"),
    ],
    texts: ["text"], actions: OfficeActions.inbox)

  static let enquiry = DetailPage(
    path: "enquiries/{id}", title: PageText("咨询", "A question"), source: "/v1/enquiries/{id}",
    fields: [
      ListColumn("title", PageText("标题", "Title")), ListColumn("enterprise"), ListColumn("region"),
      ListColumn("status", nil, .word), ListColumn("owner"), ListColumn("handler"), ListColumn("handledIn"),
      ListColumn("askedAt", nil, .time), ListColumn("answeredAt", nil, .time),
    ],
    tables: [
      DetailPage.Table(
        value: "posts", title: PageText("往来", "Its course"),
        columns: [
          ListColumn("at", nil, .time), ListColumn("kind", nil, .word), ListColumn("author"),
          ListColumn("text", PageText("内容", "Words")),
        ])
    ],
    actions: OfficeActions.enquiry,
    states: [
      "take": ["open"], "transfer": ["open"], "hand-over": ["open"], "answer": ["open"], "ask": ["answered"],
      "close": ["open", "answered"],
    ])

  static let addressee = DetailPage(
    path: "addressees/{key}", title: PageText("通讯对象", "An addressee"), source: "/v1/addressees/{key}",
    fields: [
      ListColumn("name"), ListColumn("key"), ListColumn("audience", nil, .word), ListColumn("region"),
      ListColumn("roles", nil, .word), ListColumn("tags"), ListColumn("language", nil, .word),
      ListColumn("channels", nil, .word), ListColumn("colour", nil, .word), ListColumn("active"),
      ListColumn("updatedAt", nil, .time), ListColumn("updatedBy"),
    ],
    actions: [OfficeActions.keepAddressee],
    links: [
      PageLink("/pages/addressees/{key}/contacts", PageText("联系方式（查看将记入审计）", "Contacts (that you look is kept)"))
    ])

  static let contacts = DetailPage(
    path: "addressees/{key}/contacts", title: PageText("联系方式", "Contacts"), source: "/v1/addressees/{key}/contacts",
    fields: ["person", "phone", "email", "address", "wechat"].map { ListColumn($0) },
    links: [PageLink("/pages/addressees/{key}", PageText("返回", "Back"))])

  static let broadcast = DetailPage(
    path: "broadcasts/{id}", title: PageText("群发与活动", "A broadcast"), source: "/v1/broadcasts/{id}",
    fields: [
      ListColumn("content.title", PageText("标题", "Title")), ListColumn("content.text", PageText("内容", "Words")),
      ListColumn("kind", nil, .word), ListColumn("status", nil, .word), ListColumn("region"),
      ListColumn("content.segment.audiences", nil, .word), ListColumn("content.segment.regions"),
      ListColumn("content.segment.tags"), ListColumn("content.channels", nil, .word),
      ListColumn("content.starts", nil, .time), ListColumn("content.ends", nil, .time), ListColumn("content.place"),
      ListColumn("content.host"), ListColumn("invited"), ListColumn("attendance.coming"),
      ListColumn("attendance.notComing"), ListColumn("attendance.attended"), ListColumn("attendance.absent"),
      ListColumn("attendance.persons"), ListColumn("madeBy"), ListColumn("sentBy"), ListColumn("sentAt", nil, .time),
    ],
    actions: OfficeActions.broadcast,
    states: [
      "send": ["draft"], "cancel": ["draft", "sending", "sent"], "answer": ["sent"], "attendance": ["sent"],
      "{id}": ["draft"],
    ],
    links: [PageLink("/pages/broadcasts/{id}/attendance", PageText("受邀与出席名单", "Who was invited and came"))])

  static let attendance = DetailPage(
    path: "broadcasts/{id}/attendance", title: PageText("受邀与出席名单", "Who was invited and came"),
    source: "/v1/broadcasts/{id}/attendance", fields: [],
    tables: [
      DetailPage.Table(
        value: "recipients", title: PageText("名单", "The list"),
        columns: [
          ListColumn("name"), ListColumn("addressee"), ListColumn("invitedAt", nil, .time),
          ListColumn("answer", nil, .word), ListColumn("expected"), ListColumn("attended"), ListColumn("persons"),
          ListColumn("minutes"),
        ])
    ],
    links: [PageLink("/pages/broadcasts/{id}", PageText("返回", "Back"))])

  static let appointment = DetailPage(
    path: "appointments/{id}", title: PageText("预约", "An appointment"), source: "/v1/appointments/{id}",
    fields: [
      ListColumn("at", nil, .time), ListColumn("addressee"), ListColumn("purpose", nil, .word), ListColumn("unit"),
      ListColumn("place"), ListColumn("note"), ListColumn("status", nil, .word), ListColumn("region"),
      ListColumn("follows", link: "/pages/appointments/{follows}"), ListColumn("madeBy"),
      ListColumn("updatedAt", nil, .time),
    ],
    actions: OfficeActions.appointment,
    states: ["move": ["planned"], "cancel": ["planned"], "keep": ["planned"], "miss": ["planned"]])

  static let document = DetailPage(
    path: "documents/{id}", title: PageText("法律文书", "A document"), source: "/v1/documents/{id}",
    fields: [
      ListColumn("title", PageText("标题", "Title")), ListColumn("number", PageText("文号", "Number")),
      ListColumn("code"), ListColumn("subject"), ListColumn("addressee"), ListColumn("issuer"), ListColumn("region"),
      ListColumn("language", nil, .word), ListColumn("issuedAt", nil, .time), ListColumn("sha256"),
      ListColumn("rulePacks"),
    ])

  static let subject = DetailPage(
    path: "subjects/{subject}", title: PageText("告知情况", "What was told about it"),
    source: "/v1/subjects/{subject}/state",
    fields: [
      ListColumn("subject"), ListColumn("messages.pending"), ListColumn("messages.by-hand"),
      ListColumn("messages.delivered"), ListColumn("messages.failed"), ListColumn("unacknowledged"),
    ],
    tables: [
      DetailPage.Table(
        value: "contacts", title: PageText("三次联系", "The contacts"),
        columns: [
          ListColumn("contact", nil, .word), ListColumn("status", nil, .word), ListColumn("channel", nil, .word),
          ListColumn("attempts"), ListColumn("at", nil, .time), ListColumn("acknowledged"),
        ])
    ])
}
