/// The complaint that a hotline sends in the least trouble it can take: no headers, everything in the value.
enum ComplaintExample {
  static let text = """
    {"specversion":"1.0","id":"00000001-0000-4000-8000-000000000001","source":"/hotline/12369",\
    "type":"ecoredress.complaint.submitted.v1","time":"2026-01-06T08:01:00Z","data":{"externalId":"c-00000001",\
    "channel":"HOTLINE_12369","region":"360402","category":"water","content":\
    "小区下水道堵塞，污水反流，气味刺鼻，已持续三天，影响居民正常生活，请尽快处理。现场照片见附件，来电人要求回访。",\
    "location":"庐山市某小区","occurredAt":"2026-01-05T08:00:00Z",\
    "reporter":{"name":"王先生","phone":"13800000000"}}}
    """
}
