// swift-format-ignore-file
extension NotificationsContract {
  static let enquiries: StaticString = #"""
    # Enquiries -- questions with one owner until they are answered

    GET /v1/enquiries clerk handler supervisor leader auditor enterprise
    Questions, by owner and state.
    ? cursor?: text(1..256); limit?: integer(1..200); mine?: text; region?: region; status?: text
    > 200 object tag

    GET /v1/enquiries/{id} clerk handler supervisor leader auditor enterprise
    One question with its course.
    > 200 object tag

    POST /v1/enquiries clerk handler supervisor leader enterprise
    Asks a question.
    once
    <? object
    > 201 object tag

    POST /v1/enquiries/{id}/{step} enterprise
    Takes a step with the question: it is answered, or handed to another owner.
    once match
    <? object
    > 201 object tag
    """#
}
