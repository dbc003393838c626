import Contracts

/// A question as it is shown.
enum EnquiryView {
  static func json(_ enquiry: Enquiry, posts: [EnquiryPost]? = nil) -> JSON {
    var object = JSONObject()
    object.set("enquiryId", enquiry.id)
    object.set("enterprise", enquiry.enterprise)
    object.set("region", enquiry.region)
    object.set("title", enquiry.title)
    object.set("messageId", enquiry.messageId)
    object.set("status", code: enquiry.status)
    object.set("owner", enquiry.owner)
    object.set("handler", enquiry.handler)
    object.set("handledIn", enquiry.handledIn)
    object.set("askedAt", enquiry.askedAt)
    object.set("answeredAt", enquiry.answeredAt)
    object.set("version", enquiry.version)
    if let posts { object.set("posts", .array(posts.map(json))) }
    return .object(object)
  }

  private static func json(_ post: EnquiryPost) -> JSON {
    var object = JSONObject()
    object.set("number", post.number)
    object.set("kind", code: post.kind)
    object.set("author", post.author)
    object.set("text", post.text.isEmpty ? nil : post.text)
    object.set("at", post.at)
    return .object(object)
  }
}
