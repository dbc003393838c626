"""The proxy does what it is told, to real sockets: otherwise a fault would strike nothing, and a run prove nothing."""

import socket
import struct
import threading
import unittest

from chaos.proxy import Proxies

FETCH, METADATA, PRODUCE = 1, 3, 0


class Broker:
    """Answers each request with its own address, as a Kafka broker does when it is asked for metadata."""

    def __init__(self):
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.asked = []
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _serve(self):
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client):
        try:
            with client:
                self._talk(client)
        except OSError:
            pass

    def _talk(self, client):
        while head := client.recv(4, socket.MSG_WAITALL):
            request = client.recv(struct.unpack(">i", head)[0], socket.MSG_WAITALL)
            self.asked.append(struct.unpack(">h", request[:2])[0])
            body = request[4:8] + struct.pack(">h", 9) + b"127.0.0.1" + struct.pack(">i", self.port)
            client.sendall(struct.pack(">i", len(body)) + body)


class ProxyTests(unittest.TestCase):
    def setUp(self):
        self.broker, self.proxies = Broker(), Proxies()
        self.addCleanup(self.broker.close)
        self.addCleanup(self.proxies.stop)
        self.link = self.proxies.link("a replica to Kafka", self.broker.port, "kafka")
        self.client = socket.create_connection(("127.0.0.1", self.link.port))
        self.addCleanup(self.client.close)

    def ask(self, kind):
        request = struct.pack(">hhi", kind, 0, 7)
        self.client.sendall(struct.pack(">i", len(request)) + request)
        return self.client.recv(100)

    def test_the_broker_s_address_becomes_the_proxy_s(self):
        self.assertEqual(struct.unpack(">i", self.ask(METADATA)[-4:])[0], self.link.port)

    def test_other_answers_stay_as_they_are(self):
        self.assertEqual(struct.unpack(">i", self.ask(FETCH)[-4:])[0], self.broker.port)

    def test_an_acknowledgement_is_lost_after_the_deed(self):
        self.link.trouble.swallow = True
        self.assertTrue(self.ask(FETCH))
        with self.assertRaises(ConnectionResetError):
            self.ask(PRODUCE)
        self.assertEqual(self.broker.asked, [FETCH, PRODUCE])
        self.assertEqual(self.link.trouble.struck, 1)

    def test_a_connection_breaks_at_a_byte(self):
        self.link.trouble.cut_after = 5
        self.assertEqual(len(self.ask(FETCH)), 5)
        with self.assertRaises(OSError):
            self.ask(FETCH)
            self.ask(FETCH)

    def test_nobody_answers(self):
        self.assertTrue(self.ask(FETCH))
        self.link.trouble.away = True
        self.assertEqual(self.link.cut(), 1)
        with self.assertRaises(OSError):
            self.ask(FETCH)
            self.ask(FETCH)
        self.link.calm()
        self.client.close()
        self.client = socket.create_connection(("127.0.0.1", self.link.port))
        self.addCleanup(self.client.close)
        self.assertTrue(self.ask(FETCH))
