import Testing

@testable import Notifications

@Suite("Where webhooks may go")
struct AddressTests {
  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001::1", "2001:db8::1", "3fff:0:1::1",
    "fc00::1", "fd12:3456:789a::1", "fe80::1", "fec0::1", "ff02::1", "100::1", "5f00::1",
  ])
  func `private and reserved addresses are not public`(text: String) throws {
    #expect(try #require(InternetAddress(text)).isPublic == false)
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.255",
    "114.114.114.114", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2400:3200::1", "2606:4700:4700::1111",
  ])
  func `addresses of the public Internet are`(text: String) throws {
    #expect(try #require(InternetAddress(text)).isPublic)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.x", "0x7f.0.0.1", "1::2::3", ":::", "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9", "12345::", "fe80::1%eth0", "example.com", "::ffff:1.2.3", "+1::", "1.2.3.4:80",
  ])
  func `what is no address is none`(text: String) {
    #expect(InternetAddress(text) == nil)
  }

  @Test(arguments: [
    "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:192.168.0.1]/x", "https://localhost/",
    "https://a.localhost/",
    "https://printer.local/", "https://db.internal/", "https://intranet/", "https://2130706433/", "https://0x7f000001/",
    "https://127.1/", "https://0177.0.0.1/", "http://agency.example.com/", "ftp://agency.example.com/",
    "file:///etc/passwd",
    "https://user:password@agency.example.com/", "https://agency.example.com/#top", "https://",
    "agency.example.com/hook",
    "https://例子.example.com/", "https://agency.example.com/a b", "https://metadata.google.internal/",
    "https://localhost./",
  ])
  func `in production a URL that leads inwards, or is odd, is refused`(text: String) {
    #expect(throws: NotificationError.self) { try WebhookURL(text, allowsPrivate: false) }
  }

  @Test func `a public https URL is taken, and for development any`() throws {
    let url = try WebhookURL("https://Hooks.Agency.example.com:8443/eco?x=1", allowsPrivate: false)
    #expect(url.host == "hooks.agency.example.com" && url.port == 8443 && url.literal == nil)
    #expect(try WebhookURL("https://8.8.8.8/x", allowsPrivate: false).literal != nil)
    #expect(try WebhookURL("http://127.0.0.1:9000/x", allowsPrivate: true).port == 9000)
    #expect(try WebhookURL("http://[::1]/x", allowsPrivate: true).host == "::1")
  }

  @Test func `a name that leads to a private address is refused when it is looked up`() async throws {
    let url = try WebhookURL("http://localhost:80/", allowsPrivate: true)
    await #expect(throws: AddressGuard.Refusal.privateAddress) {
      try await AddressGuard(allowsPrivate: false).addresses(of: url)
    }
    let found = try await AddressGuard(allowsPrivate: true).addresses(of: url)
    #expect(found.contains("127.0.0.1") || found.contains("::1"))
    let nowhere = try WebhookURL("http://no-such-host.invalid/", allowsPrivate: true)
    await #expect(throws: AddressGuard.Refusal.unresolved) {
      try await AddressGuard(allowsPrivate: true).addresses(of: nowhere)
    }
  }
}
