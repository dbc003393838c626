// swift-format-ignore-file
extension NotificationsContract {
  static let problems: StaticString = #"""
    problem agency-not-allowed 403 The caller may not speak for this agency | Leave the field out, or let an
      operator ask for it.

    problem contact-unreadable 409 The request does not fit the state of the resource | Tell the operator: a key
      may be missing.

    problem decision-out-of-turn 409 The request does not fit the state of the resource | Read the subscription:
      its status says what was decided.

    problem enquiry-full 409 The request does not fit the state of the resource | Close it and ask a new one.

    problem enquiry-not-owned 403 Only the owner or the handler of the question may do this | Take the question
      first, or let its owner transfer it.

    problem enquiry-out-of-turn 409 The request does not fit the state of the resource | Read the question: its status
      says what was done; ask a new one where it is closed.

    problem enquiry-owned 409 The request does not fit the state of the resource | Leave it to the owner, or let a
      leader hand it over.

    problem event-type-unknown 422 There is no such event | Name a type, such as ecoredress.colour.changed.v1, or a
      beginning that ends in a dot.

    problem filter-refused 422 This filter is not taken | Mend what the answer names, with its place; try it with
      POST /v1/filters/trials.

    problem hand-delivery-not-taken 409 The request does not fit the state of the resource | Take it first; one
      that somebody else took is free again when their time is over.

    problem message-out-of-turn 409 The request does not fit the state of the resource | Read the message: its status
      says how it ended.

    problem proof-missing 422 This way of delivery is proven on paper | Give the number of the registered letter or
      of the signed note (送达回证).

    problem url-refused 422 This URL is not called | Give an https URL on the public Internet.
    """#
}
