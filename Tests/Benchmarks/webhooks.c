// The agencies at the other end of ./deploy/bench: one process that takes every webhook and answers 204 at
// once. In C, so that it takes as little as may be of the processors it shares with what is measured.
//
// Agrees to every OPTIONS (CloudEvents HTTP webhook §4), answers GET with how many POSTs came so far, and writes a line for
// each POST: CLOCK_MONOTONIC in nanoseconds, webhook-id, path, the event's subject. Every SAMPLE-th POST is written whole to a second file, for
// somebody who verifies its signature: a line with path, id, timestamp, signature and length, then the body and a line end.
//   cc -O2 webhooks.c -o webhooks
//   ./webhooks LINES SAMPLES SAMPLE     (prints its port on loopback; ends at SIGTERM)
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST = 1 << 20, CONNECTIONS = 65536 };

struct connection {
  char *bytes;
  size_t used, room;
};

static struct connection *connections[CONNECTIONS];
static volatile sig_atomic_t ended;
static FILE *lines, *samples;
static long posts, sample;

static void end(int signal) {
  (void)signal;
  ended = 1;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void forget(int fd) {
  close(fd);
  if (connections[fd])
    free(connections[fd]->bytes);
  free(connections[fd]);
  connections[fd] = NULL;
}

// The value of a header within a head that ends in a null byte, copied; empty when there is none.
static void header(const char *head, const char *name, char *value, size_t size) {
  size_t length = strlen(name);
  value[0] = 0;
  for (const char *line = strstr(head, "\r\n"); line; line = strstr(line, "\r\n")) {
    line += 2;
    if (strncasecmp(line, name, length) || line[length] != ':')
      continue;
    line += length + 1;
    while (*line == ' ')
      line++;
    size_t count = strcspn(line, "\r");
    if (count >= size)
      count = size - 1;
    memcpy(value, line, count);
    value[count] = 0;
    return;
  }
}

static void answer(int fd, const char *text) {
  size_t length = strlen(text);
  // What does not fit the socket's buffer at once is from a peer that does not read; nobody here is one.
  if (send(fd, text, length, MSG_NOSIGNAL) != (ssize_t)length)
    shutdown(fd, SHUT_RDWR);
}

// The subject of an event in structured JSON, which has no quotes in it; empty when there is none.
static void subject(const char *body, size_t length, char *value, size_t size) {
  const char *name = "\"subject\":\"";
  const char *found = memmem(body, length, name, strlen(name));
  value[0] = 0;
  if (!found)
    return;
  found += strlen(name);
  const char *end = memchr(found, '"', (size_t)(body + length - found));
  if (end && (size_t)(end - found) < size) {
    memcpy(value, found, (size_t)(end - found));
    value[end - found] = 0;
  }
}

static void post(int fd, const char *head, const char *path, const char *body, size_t length) {
  char id[128], stamp[32], signature[1024], about[256];
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  header(head, "webhook-id", id, sizeof id);
  subject(body, length, about, sizeof about);
  fprintf(lines, "%lld %s %s %s\n", now.tv_sec * 1000000000LL + now.tv_nsec, id, path, about);
  if (posts++ % sample == 0) {
    header(head, "webhook-timestamp", stamp, sizeof stamp);
    header(head, "webhook-signature", signature, sizeof signature);
    fprintf(samples, "%s\t%s\t%s\t%s\t%zu\n", path, id, stamp, signature, length);
    fwrite(body, 1, length, samples);
    fputc('\n', samples);
  }
  answer(fd, "HTTP/1.1 204 No Content\r\n\r\n");
}

// Answers the requests that are there whole; keeps the rest. Returns whether the connection is still wanted.
static int serve(int fd, struct connection *c) {
  for (;;) {
    c->bytes[c->used] = 0;
    char *body = strstr(c->bytes, "\r\n\r\n");
    if (!body)
      return c->used < LARGEST;
    char method[8], path[256], text[256], count[32];
    *body = 0;
    body += 4;
    if (sscanf(c->bytes, "%7s %255s", method, path) != 2)
      return 0;
    header(c->bytes, "content-length", count, sizeof count);
    size_t length = strtoul(count, NULL, 10), head = (size_t)(body - c->bytes);
    if (length > LARGEST)
      return 0;
    if (c->used - head < length) {
      body[-4] = '\r';
      return 1;
    }
    if (!strcmp(method, "POST"))
      post(fd, c->bytes, path, body, length);
    else if (!strcmp(method, "OPTIONS"))
      answer(fd, "HTTP/1.1 200 OK\r\nWebHook-Allowed-Origin: *\r\nWebHook-Allowed-Rate: *\r\nContent-Length: 0\r\n\r\n");
    else {
      int size = snprintf(count, sizeof count, "%ld", posts);
      fflush(lines);
      fflush(samples);
      snprintf(text, sizeof text, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", size, count);
      answer(fd, text);
    }
    c->used -= head + length;
    memmove(c->bytes, body + length, c->used);
  }
}

static void readable(int fd) {
  struct connection *c = connections[fd];
  for (;;) {
    if (c->room - c->used < 65536) {
      c->room = c->room * 2 + 65536;
      c->bytes = realloc(c->bytes, c->room + 1);
      if (!c->bytes)
        die("memory");
    }
    ssize_t count = recv(fd, c->bytes + c->used, c->room - c->used, 0);
    if (count > 0) {
      c->used += (size_t)count;
      if (serve(fd, c))
        continue;
    } else if (count < 0 && errno == EAGAIN) {
      return;
    }
    forget(fd);
    return;
  }
}

static void take(int listener, int events) {
  for (;;) {
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC), one = 1;
    if (fd < 0)
      return;
    if (fd >= CONNECTIONS) {
      close(fd);
      continue;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    connections[fd] = calloc(1, sizeof *connections[fd]);
    if (!connections[fd])
      die("memory");
    struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.fd = fd};
    if (epoll_ctl(events, EPOLL_CTL_ADD, fd, &event))
      die("epoll_ctl");
    readable(fd);
  }
}

int main(int count, char **words) {
  if (count != 4 || (sample = atol(words[3])) < 1)
    return fprintf(stderr, "usage: webhooks LINES SAMPLES SAMPLE\n"), 2;
  lines = fopen(words[1], "w");
  samples = fopen(words[2], "w");
  if (!lines || !samples)
    die("file");
  struct sigaction action = {.sa_handler = end};
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGINT, &action, NULL);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096) ||
      getsockname(listener, (struct sockaddr *)&address, &size))
    die("listen");
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  int events = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[256];
  if (events < 0 || epoll_ctl(events, EPOLL_CTL_ADD, listener, &event))
    die("epoll");
  while (!ended) {
    int found = epoll_wait(events, ready, 256, -1);
    for (int i = 0; i < found; i++) {
      if (ready[i].data.fd == listener)
        take(listener, events);
      else if (connections[ready[i].data.fd])
        readable(ready[i].data.fd);
    }
  }
  return fclose(lines) || fclose(samples);
}
