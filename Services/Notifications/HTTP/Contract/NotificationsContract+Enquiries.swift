// swift-format-ignore-file
extension NotificationsContract {
  static let enquiries: StaticString = #"""
    # Enquiries -- questions with one owner until they are answered

    GET /v1/enquiries clerk handler supervisor leader auditor enterprise
    Questions, by owner and state.
    ? cursor?: text(1..256); limit?: integer(1..200); mine?: text; region?: region; status?: text
    > 200 EnquiryPage

    GET /v1/enquiries/{id} clerk handler supervisor leader auditor enterprise
    One question with its course.
    > 200 Enquiry tag

    POST /v1/enquiries clerk handler supervisor leader enterprise
    Asks a question.
    once
    < Question
    > 201 Enquiry tag
    ! enquiry-full

    POST /v1/enquiries/{id}/take clerk handler supervisor leader
    Takes the question on: who takes it owns it until it is answered.
    once match
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full

    POST /v1/enquiries/{id}/answer clerk handler supervisor leader
    Answers it.
    once match
    < Words
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full

    POST /v1/enquiries/{id}/transfer clerk handler supervisor leader
    Passes it to another bureau or handler, with the reason; the owner stays.
    once match
    < EnquiryTransfer
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full

    POST /v1/enquiries/{id}/hand-over leader
    Gives it another owner, with the reason.
    once match
    < EnquiryHandOver
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full

    POST /v1/enquiries/{id}/ask enterprise
    Asks on.
    once match
    < Words
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full

    POST /v1/enquiries/{id}/close enterprise
    Says that it is answered.
    once match
    > 200 Enquiry tag
    ! enquiry-not-owned enquiry-out-of-turn enquiry-owned enquiry-full
    """#
}
