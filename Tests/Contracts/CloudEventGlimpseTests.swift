import Contracts
import Testing

@Suite("What is left of a refused record")
struct CloudEventGlimpseTests {
  @Test("A record without a required attribute still shows the others and the externalId")
  func structured() {
    let text = #"{"specversion":"1.0","source":"/hotline/1","type":"t","id":"","data":{"externalId":"c-1"}}"#
    let glimpse = CloudEventGlimpse(value: Array(text.utf8), headers: [])
    #expect(glimpse.source == "/hotline/1")
    #expect(glimpse.type == "t")
    #expect(glimpse.id == nil)
    #expect(glimpse.externalId == "c-1")
  }

  @Test("Headers are seen although the value is broken")
  func binary() {
    let headers: [CloudEventCodec.Header] = [("ce_id", Array("e-1".utf8)), ("ce_source", [0xFF]), ("ce_type", nil)]
    let glimpse = CloudEventGlimpse(value: Array("{broken".utf8), headers: headers)
    #expect(glimpse.id == "e-1")
    #expect(glimpse.source == nil && glimpse.type == nil && glimpse.externalId == nil)
    #expect(CloudEventGlimpse(value: Array(#"{"externalId":"c-2"}"#.utf8), headers: headers).externalId == "c-2")
    #expect(CloudEventGlimpse(value: nil, headers: []).id == nil)
  }

  @Test("Nothing is shown that could not stand in a good event")
  func hostile() {
    let long = String(repeating: "x", count: 2000)
    let text = #"{"id":"a\u0000b","source":"\#(long)","data":{"externalId":"\u202Ex"}}"#
    let glimpse = CloudEventGlimpse(value: Array(text.utf8), headers: [])
    #expect(glimpse.id == nil && glimpse.source == nil && glimpse.externalId == nil)
  }
}
