// swift-format-ignore-file
extension NotificationsContract {
  static let notices: StaticString = #"""
    # Notices -- who is told what, and in which words

    GET /v1/notice-rules clerk handler supervisor leader auditor operator
    Which event tells whom by which channels, in force now, with the packs and their hashes.
    > 200 NoticeBook

    POST /v1/notice-rules/check clerk handler supervisor leader auditor operator
    Says what a draft of a rule pack gets wrong; nothing is loaded.
    < RulesDraft
    > 200 RulesVerdict
    ! rules-invalid

    GET /v1/message-templates/{code} clerk handler supervisor leader auditor operator
    The words of a template in every language and for every channel.
    > 200 MessageTemplate

    POST /v1/message-templates/{code}/preview clerk handler supervisor leader auditor operator
    A message as it would be sent; nothing is sent.
    < PreviewWish
    > 200 Preview

    # Documents -- legal documents as they were issued

    GET /v1/documents clerk handler supervisor leader auditor enterprise agency
    Documents; an enterprise or agency sees those addressed to it.
    ? code?: text; cursor?: text(1..256); limit?: integer(1..200); number?: text; region?: region; subject?: text
    > 200 DocumentPage

    GET /v1/documents/{id} clerk handler supervisor leader auditor enterprise agency
    Number, issuer, rule packs, and the SHA-256 of what was shown.
    > 200 Document

    GET /v1/documents/{id}/print clerk handler supervisor leader auditor enterprise agency
    The document for A4, with a slip to acknowledge where one is asked for.
    > 200 text/html

    GET /v1/documents/{id}/text clerk handler supervisor leader auditor enterprise agency
    The document as plain text.
    > 200 text/plain

    # Addressees -- the addressee book; no petitioner is in it

    GET /v1/addressees clerk handler supervisor leader auditor operator
    Entries, without telephone and mailbox.
    ? active?: flag; audience?: text; cursor?: text(1..256); format?: csv|json; limit?: integer(1..200); region?: region;
      role?: text; tag?: text
    > 200 AddresseePage csv

    GET /v1/addressees/{key} clerk handler supervisor leader auditor operator
    One entry.
    > 200 Addressee tag

    PUT /v1/addressees/{key} clerk supervisor leader operator
    Enters or changes one; without `contacts` those that are there stay.
    match
    < AddresseeForm
    > 200 Addressee tag
    > 201 Addressee tag
    ! addressee-key-invalid precondition-required

    GET /v1/addressees/{key}/contacts clerk supervisor leader
    How it is reached; who looked is in the audit trail.
    > 200 AddresseeContacts

    # Broadcasts -- told to many, with who came

    GET /v1/broadcasts clerk handler supervisor leader auditor
    Broadcasts, the newest first.
    ? cursor?: text(1..256); kind?: text; limit?: integer(1..200); region?: region; status?: text
    > 200 BroadcastPage

    POST /v1/broadcasts clerk handler supervisor leader
    Drafts one.
    once
    < BroadcastForm
    > 201 Broadcast tag

    GET /v1/broadcasts/{id} clerk handler supervisor leader auditor
    One, with what came of the invitation.
    > 200 Broadcast tag

    PUT /v1/broadcasts/{id} clerk handler supervisor leader
    Changes a draft.
    matched
    < BroadcastForm
    > 200 Broadcast tag
    ! broadcast-out-of-turn

    GET /v1/broadcasts/{id}/reach clerk handler supervisor leader auditor
    How many the segment names now.
    > 200 BroadcastReach

    POST /v1/broadcasts/{id}/send supervisor leader
    Lets it go.
    once match
    > 200 Broadcast tag
    ! broadcast-out-of-turn segment-empty instant-past

    POST /v1/broadcasts/{id}/cancel supervisor leader
    Calls it off, and tells those who were invited.
    once match
    > 200 Broadcast tag
    ! broadcast-out-of-turn

    POST /v1/broadcasts/{id}/answer enterprise agency clerk handler supervisor leader
    Whether one of those invited means to come.
    once
    < BroadcastAnswer
    > 200 BroadcastAnswered
    ! not-invited broadcast-out-of-turn

    GET /v1/broadcasts/{id}/attendance clerk handler supervisor leader auditor
    Who was invited, means to come, and came.
    ? cursor?: text(1..256); format?: csv|json; limit?: integer(1..200)
    > 200 AttendancePage csv

    POST /v1/broadcasts/{id}/attendance clerk handler supervisor leader
    Notes who came.
    once
    < AttendanceForm
    > 200 AttendanceFigures
    ! not-invited

    # Appointments -- visits that are agreed on

    GET /v1/appointments clerk handler supervisor leader auditor enterprise
    Appointments; an enterprise sees its own.
    ? addressee?: text; cursor?: text(1..256); limit?: integer(1..200); region?: region; status?: text
    > 200 AppointmentPage

    POST /v1/appointments clerk handler supervisor leader
    Agrees on one, and tells the addressee.
    once
    < AppointmentForm
    > 201 Appointment tag
    ! instant-past

    GET /v1/appointments/{id} clerk handler supervisor leader auditor enterprise
    One appointment.
    > 200 Appointment tag

    POST /v1/appointments/{id}/move clerk handler supervisor leader
    Moves it, and tells the addressee.
    once match
    < AppointmentMove
    > 200 Appointment tag
    ! appointment-out-of-turn instant-past

    POST /v1/appointments/{id}/cancel clerk handler supervisor leader
    Cancels it, and tells the addressee.
    once match
    < AppointmentCancel
    > 200 Appointment tag
    ! appointment-out-of-turn instant-past

    POST /v1/appointments/{id}/keep clerk handler supervisor leader
    Notes that it was kept.
    once match
    < AppointmentKeep
    > 200 Appointment tag
    ! appointment-out-of-turn instant-past

    POST /v1/appointments/{id}/miss clerk handler supervisor leader
    Notes that it was missed.
    once match
    < Nothing
    > 200 Appointment tag
    ! appointment-out-of-turn instant-past

    problem addressee-key-invalid 422 The key does not fit the audience | unit:360400, an enterprise's subject key, the
      subject of an agency's tokens, court:…, procuratorate:…, insurer:…, public:…; petitioners are in no book.

    problem appointment-out-of-turn 409 The request does not fit the state of the resource | Read it again.

    problem broadcast-out-of-turn 409 The request does not fit the state of the resource | Read it again.

    problem instant-past 422 The instant lies in the past | Give an instant to come.

    problem not-invited 422 Somebody was not invited | Nothing was noted. Leave them out, or invite them by a broadcast of
      their own.

    problem rules-invalid 422 The rules about messages are wrong | Correct them; their form is in deploy/rules/README.md.

    problem segment-empty 422 The segment names nobody | Widen it, or enter addressees first; GET …/reach tells how many
      it names.
    """#
}
