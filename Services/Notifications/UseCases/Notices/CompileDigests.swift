import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Tells each addressee at once what was gathered for its digest.
struct CompileDigests: Sendable {
  static let timer = "notification.digest"
  /// How many titles a digest lists; of more it tells the number.
  static let longest = 50

  let books: NoticeBooks

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let book = books.current
    let keys = timers.map(\.subject)
    let waiting = try await GatheredNoticeStore.take(of: keys, due: work.now, on: work.connection)
    guard !waiting.isEmpty else { return }
    let entries = try await AddresseeStore.find(keys, on: work.connection)
    let dues = Dictionary(timers.map { ($0.subject, $0.due) }, uniquingKeysWith: { first, _ in first })
    let drafts = Dictionary(grouping: waiting, by: \.addressee).sorted { $0.key < $1.key }.compactMap { key, notices in
      draft(key, notices, entry: entries[key], due: dues[key] ?? work.now, book: book, now: work.now)
    }
    guard !drafts.isEmpty else { return }
    try await MessageStore.insert(drafts, work: work)
  }

  private func draft(
    _ key: String, _ notices: [GatheredNotice], entry: Addressee?, due: Date, book: NoticeBook, now: Date
  ) -> MessageDraft? {
    guard let first = notices.first, entry?.isActive ?? true else { return nil }
    let language = entry?.language ?? .chinese
    let channels = entry?.order(book.timing.digestChannels, urgency: .ordinary) ?? book.timing.digestChannels
    let cause = Cause(id: "digest:\(key):\(RFC3339.text(of: due))", correlation: "digest:\(key)")
    return MessageDraft(
      id: MessageDraft.id(cause: cause.id, template: "digest", addressee: key), subject: key, audience: first.audience,
      addressee: key, template: "digest", language: language,
      words: Self.words(notices, language: language, book: book, now: now), channels: channels,
      region: entry?.region ?? first.region,
      notBefore: book.timing.notBefore(now, urgency: .ordinary, channels: channels), cause: cause)
  }

  static func words(
    _ notices: [GatheredNotice], language: MessageLanguage, book: NoticeBook, now: Date
  ) -> JSONObject {
    let items = notices.prefix(longest).map { notice -> JSON in
      let template = book.template(notice.template, in: language, by: .inbox)
      var item = JSONObject()
      item.set(
        "title",
        template?.renderTitle(notice.words, writer: book.writer(notice.template, in: language)) ?? notice.subject)
      item.set("at", notice.at)
      return .object(item)
    }
    var words = JSONObject()
    words.set("count", notices.count)
    words.set("more", notices.count > longest ? notices.count - longest : nil)
    words.set("day", ShanghaiTime.day(of: now).description)
    words.set("items", .array(items))
    return words
  }
}
