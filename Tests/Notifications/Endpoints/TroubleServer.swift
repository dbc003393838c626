import Support

/// A server that fails in every way a server can, one way for each path: a Python process on two loopback ports, one of
/// them with TLS and a certificate that nobody vouches for.
enum TroubleServer {
  struct Ports: Sendable {
    let plain: Int
    let tls: Int
  }

  static func with<Value>(_ body: (Ports) async throws -> Value) async throws -> Value {
    try await TemporaryDirectory.with { directory in
      let folder = directory.path
      _ = try await Tool.run(
        "/usr/bin/openssl",
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
          "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder + "/key.pem",
          "-out", folder + "/certificate.pem",
        ])
      return try await Companion.with(["-c", script, folder], says: 2) { ports in
        try await body(Ports(plain: ports[0], tls: ports[1]))
      }
    }
  }

  private static let script = #"""
    import socket, ssl, sys, threading, time

    # It closes after each answer, and says so: else a request could be sent on a connection that is about to end.
    LAST = "Connection: close\r\n\r\n"

    def request(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return None
            data += more
            if data[0] == 0x16:  # somebody begins with TLS
                return "/no-tls"
        head, _, body = data.partition(b"\r\n\r\n")
        length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n")
                       if line.lower().startswith(b"content-length:")), 0)
        while len(body) < length:
            body += connection.recv(65536)
        return head.split(b" ")[1].decode()

    def say(connection, text):
        connection.sendall(text.encode())

    def serve(connection):
        try:
            path = request(connection)
            if path == "/hang":
                time.sleep(60)
            elif path == "/half-close":
                connection.shutdown(socket.SHUT_WR)
                time.sleep(60)
            elif path == "/no-tls":
                say(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            elif path == "/cut":
                say(connection, "HTTP/1.1 200 O")
            elif path == "/drip":
                for letter in "HTTP/1.1 200 OK\r\nX-Slow: " + "a" * 10000:
                    say(connection, letter)
                    time.sleep(0.05)
            elif path == "/garbage":
                say(connection, "SSH-2.0-OpenSSH_9.2p1\r\n\r\n")
                time.sleep(60)
            elif path == "/endless-header":
                say(connection, "HTTP/1.1 200 OK\r\nX-Long: ")
                while True:
                    say(connection, "a" * 65536)
            elif path == "/broken":
                say(connection, "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 3\r\n" + LAST + "no\n")
            elif path == "/busy":
                say(connection, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n" + LAST)
            elif path == "/moved":
                say(connection, "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n" + LAST)
            elif path == "/endless-body":
                say(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                while True:
                    say(connection, "10000\r\n" + "a" * 65536 + "\r\n")
            elif path == "/huge-body":
                say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
                while True:
                    say(connection, "a" * 65536)
        except OSError:
            pass
        finally:
            connection.close()

    def listen(context):
        server = socket.create_server(("127.0.0.1", 0), backlog=64)
        def accept():
            while True:
                connection, _ = server.accept()
                def take(connection=connection):
                    try:
                        serve(context.wrap_socket(connection, server_side=True) if context else connection)
                    except OSError:
                        connection.close()
                threading.Thread(target=take, daemon=True).start()
        threading.Thread(target=accept, daemon=True).start()
        return server.getsockname()[1]

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1] + "/certificate.pem", sys.argv[1] + "/key.pem")
    print(listen(None), listen(context), flush=True)
    sys.stdin.read()
    """#
}
