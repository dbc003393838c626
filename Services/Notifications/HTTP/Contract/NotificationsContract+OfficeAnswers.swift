// swift-format-ignore-file
extension NotificationsContract {
  /// What staff and enterprises work with: inbox, questions, deliveries by hand, documents, addressees, broadcasts, visits.
  static let officeAnswers: StaticString = #"""
    type InboxPage
    items: [InboxItem]; next?: text

    type InboxItem
    messageId: uuid; audience: MessageAudience; addressee: text; region: region; subject: text; language: zh-CN|en; title: text;
    text: text; html?: text; documentNumber?: text; wantsAcknowledgement: flag; deliveredAt: instant; readAt?: instant;
    readBy?: text; acknowledgedAt?: instant; acknowledgedBy?: text

    type Words
    text: text(1..8192)

    type EnquiryPage
    enquiries: [Enquiry]; next?: text

    type Enquiry
    enquiryId: uuid; enterprise: text; region: region; title: text; messageId?: uuid; status: open|answered|closed; owner?: text;
    handler?: text; handledIn: region; askedAt: instant; answeredAt?: instant; version: integer; posts?: [EnquiryPost]

    type EnquiryPost
    number: integer; kind: question|answer|taken|transferred|handed-over|closed; author: text; text?: text; at: instant

    type Question
    region: region; enterprise?: text(1..256) -- for staff who ask in the name of an enterprise; title: text(1..256);
    text: text(1..8192)

    type EnquiryTransfer
    region: region; handler?: text(1..256); reason: text(1..256)

    type EnquiryHandOver
    owner: text(1..256); reason: text(1..256)

    type HandDeliveryPage
    handDeliveries: [HandDelivery]; next?: text

    type HandDelivery
    messageId: uuid; channel: ContactChannel; audience: MessageAudience; addressee?: text; subject: text; petitionId?: uuid;
    contact?: integer; template: text; region: region; documentNumber?: text; wantsAcknowledgement: flag; attempts: integer;
    madeAt: instant; expiresAt?: instant; takenBy?: text; takenUntil?: instant

    type HandSheet
    +HandDelivery
    name?: text; address: text; title: text; text: text

    type HandReport
    outcome: reached|not-reached|unusable|declined; proof?: text(1..512); acknowledged?: AcknowledgementKind

    type HandResult
    messageId: uuid; status: text; channel: ContactChannel; attempts: integer

    type DocumentPage
    documents: [Document]; next?: text

    type Document
    id: uuid; entry: integer; code: text; number?: text; subject: text; region: region; audience: MessageAudience; addressee?: text;
    language: zh-CN|en; issuer: text; title: text; sha256: text(64..64); rulePacks: text; issuedAt: instant;
    print: text -- where it is for A4; text: text -- where it is as plain text

    type AddresseePage
    addressees: [Addressee]; next?: text

    type Addressee
    key: text; entry: integer; audience: MessageAudience; name: text; region: region; roles: [text]; tags: [text];
    language: zh-CN|en; channels: [ContactChannel]; colour?: Colour; active: flag; version: integer; updatedAt: instant;
    updatedBy: text

    type AddresseeForm
    audience: MessageAudience; name: text(1..256); region: region; roles?: [text(1..64)]; tags?: [text(1..64)];
    language?: zh-CN|en; channels?: [ContactChannel]; active?: flag; contacts?: AddresseeContacts

    type AddresseeContacts
    person?: text; phone?: text; email?: text; address?: text; wechat?: text

    type BroadcastPage
    broadcasts: [Broadcast]; next?: text

    type Broadcast
    id: uuid; entry: integer; region: region; kind: BroadcastKind; status: draft|sending|sent|cancelled; content: BroadcastContent;
    invited: integer; madeBy: text; sentBy?: text; sentAt?: instant; version: integer; updatedAt: instant;
    attendance?: AttendanceFigures

    type BroadcastKind = training|briefing|typical-cases|consultation-day|notice

    type AttendanceFigures
    invited: integer; coming: integer; notComing: integer; attended: integer; absent: integer; persons: integer

    type BroadcastForm
    region: region; kind?: BroadcastKind -- of a new one; content: BroadcastContent

    type BroadcastContent
    title: text(1..256); text: text(1..16384); segment: BroadcastSegment; channels: [ContactChannel]; urgency?: ordinary|urgent;
    starts?: instant; ends?: instant; place?: text(1..512); host?: text(1..256); wantsAnswer?: flag

    type BroadcastSegment
    audiences: [MessageAudience]; regions?: [region]; roles?: [text]; tags?: [text]; colours?: [Colour]

    type BroadcastReach
    addressees: integer

    type BroadcastAnswer
    answer: coming|not-coming; persons?: integer(0..10000); addressee?: text(1..256) -- for staff who answer in the name of somebody

    type BroadcastAnswered
    answer: coming|not-coming

    type AttendancePage
    recipients: [Recipient]; next?: text

    type Recipient
    addressee: text; name: text; messageId: uuid; invitedAt: instant; answer?: coming|not-coming; expected?: integer; attended?: flag;
    persons?: integer; minutes?: integer

    type AttendanceForm
    attendance: [AttendanceLine]

    type AttendanceLine
    addressee: text(1..256); attended: flag; persons?: integer(0..10000); minutes?: integer

    type AppointmentPage
    appointments: [Appointment]; next?: text

    type Appointment
    id: uuid; entry: integer; addressee: text; region: region; unit: text; purpose: AppointmentPurpose; at: instant; place?: text;
    note?: text; status: planned|kept|missed|cancelled; follows?: uuid; madeBy: text; version: integer; updatedAt: instant

    type AppointmentPurpose = check-up|follow-up|consultation

    type AppointmentForm
    addressee: text(1..256); unit: text(1..256); purpose: AppointmentPurpose; at: instant; place?: text(1..512); note?: text(1..2048)

    type AppointmentMove
    at: instant; place?: text(1..512)

    type AppointmentCancel
    note?: text(1..2048)

    type AppointmentKeep
    followUp?: instant -- when the next one is to be

    type NoticeBook
    rulePacks: text; notices: [NoticeRule]; templates: [text]; documents: [text]

    type NoticeRule
    event: text; audience: MessageAudience; to?: text; role?: text; region?: text; template: text; channels: [ContactChannel];
    urgency: MessageUrgency; when?: text; acknowledge: flag; gather: flag; document?: text

    type RulesDraft
    pack: text(1..1048576) -- the rule pack, in YAML

    type RulesVerdict
    problems: [text]

    type MessageTemplate
    code: text; texts: [MessageTemplateText]; sample: {any} -- made-up values of what it inserts, to try it with

    type MessageTemplateText
    language: zh-CN|en; channel?: ContactChannel; title: text; body: text

    type PreviewWish
    words: {any}; name?: text(1..256); language?: zh-CN|en; channel?: ContactChannel

    type Preview
    language: zh-CN|en; title: text; text: text
    """#
}
