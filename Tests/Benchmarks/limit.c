// What `petitions` is measured against: the bare job in plain C, one process, no validation and no domain.
//
// Consume a batch, write it in one PostgreSQL transaction (inbox of ids, a state row, an outbox row each), and let a
// relay thread move the outbox to another topic. It skips everything that a service owes its users: nothing is checked,
// sealed, routed, audited or explained, no receipt is given, its relay publishes twice after a crash, and its outbox is
// deleted row by row. So it marks what this machine, its broker and its database allow, not what a service could reach.
//
// ./deploy/bench builds it, makes its topics (lim-in and lim-out, six partitions each, empty) and runs it:
//   cc -O2 limit.c -o limit -I"$(pg_config --includedir)" -lrdkafka -lpq -lpthread
//   ./limit BROKERS "host=... dbname=..." COMPLAINTS BATCH [consume]     (consume: the relay is left away)
#include <libpq-fe.h>
#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
static double now() {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}
static const char *brokers, *dsn;
static int N, BATCH;
static volatile long done = 0, relayed = 0;
static void die(const char *m, const char *e) {
  fprintf(stderr, "%s: %s\n", m, e ? e : "");
  exit(1);
}
static void x(PGconn *c, const char *q) {
  PGresult *r = PQexec(c, q);
  ExecStatusType s = PQresultStatus(r);
  if (s != PGRES_COMMAND_OK && s != PGRES_TUPLES_OK)
    die(q, PQerrorMessage(c));
  PQclear(r);
}
static rd_kafka_t *mk(rd_kafka_type_t t, const char *kv[][2], int n) {
  char e[512];
  rd_kafka_conf_t *c = rd_kafka_conf_new();
  rd_kafka_conf_set(c, "bootstrap.servers", brokers, e, 512);
  for (int i = 0; i < n; i++)
    if (rd_kafka_conf_set(c, kv[i][0], kv[i][1], e, 512))
      die("conf", e);
  rd_kafka_t *k = rd_kafka_new(t, c, e, 512);
  if (!k)
    die("new", e);
  return k;
}
static void seed() {
  const char *kv[][2] = {
      {"enable.idempotence", "true"}, {"linger.ms", "5"}, {"queue.buffering.max.messages", "1000000"}};
  rd_kafka_t *p = mk(RD_KAFKA_PRODUCER, kv, 3);
  char b[1024], k[64];
  for (int i = 0; i < N; i++) {
    sprintf(k, "c-%08d", i);
    int l =
        sprintf(b,
                "{\"specversion\":\"1.0\",\"id\":\"%08x-0000-4000-8000-%012x\",\"source\":\"/hotline/"
                "12369\",\"type\":\"ecoredress.complaint.submitted.v1\",\"time\":\"2026-01-06T08:%02d:00Z\",\"data\":{\"externalId\":"
                "\"%s\",\"channel\":\"HOTLINE_12369\",\"region\":\"360402\",\"category\":\"water\",\"content\":"
                "\"小区下水道堵塞，污水反流，气味刺鼻，已持续三天，影响居民正常生活，请尽快处理。现场照片见附件，来电人"
                "要求回访。\",\"location\":\"庐山市某小区\",\"occurredAt\":\"2026-01-05T08:00:00Z\",\"reporter\":{"
                "\"name\":\"王先生\",\"phone\":\"13800000000\"}}}",
                i, i, i % 60, k);
    while (rd_kafka_producev(p, RD_KAFKA_V_TOPIC("lim-in"), RD_KAFKA_V_KEY(k, strlen(k)), RD_KAFKA_V_VALUE(b, l),
                             RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END))
      rd_kafka_poll(p, 50);
    if (i % 1000 == 0)
      rd_kafka_poll(p, 0);
  }
  rd_kafka_flush(p, 60000);
  rd_kafka_destroy(p);
}
static void *relay(void *a) {
  PGconn *c = PQconnectdb(dsn);
  const char *kv[][2] = {
      {"enable.idempotence", "true"}, {"linger.ms", "2"}, {"queue.buffering.max.messages", "1000000"}};
  rd_kafka_t *p = mk(RD_KAFKA_PRODUCER, kv, 3);
  PQprepare(
      c, "d",
      "DELETE FROM lim.outbox WHERE id IN (SELECT id FROM lim.outbox ORDER BY id LIMIT 2000) RETURNING key, payload", 0,
      0);
  while (relayed < N) {
    x(c, "BEGIN");
    PGresult *r = PQexecPrepared(c, "d", 0, 0, 0, 0, 0);
    int n = PQntuples(r);
    if (n == 0) {
      PQclear(r);
      x(c, "COMMIT");
      usleep(2000);
      continue;
    }
    for (int i = 0; i < n; i++)
      while (rd_kafka_producev(p, RD_KAFKA_V_TOPIC("lim-out"),
                               RD_KAFKA_V_KEY(PQgetvalue(r, i, 0), PQgetlength(r, i, 0)),
                               RD_KAFKA_V_VALUE(PQgetvalue(r, i, 1), PQgetlength(r, i, 1)),
                               RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END))
        rd_kafka_poll(p, 10);
    rd_kafka_flush(p, 30000);
    x(c, "COMMIT");
    PQclear(r);
    relayed += n;
  }
  rd_kafka_destroy(p);
  PQfinish(c);
  return 0;
}
int main(int ac, char **av) {
  brokers = av[1];
  dsn = av[2];
  N = atoi(av[3]);
  BATCH = atoi(av[4]);
  int relaying = ac < 6 || strcmp(av[5], "consume");
  PGconn *c = PQconnectdb(dsn);
  if (PQstatus(c) != CONNECTION_OK)
    die("pg", PQerrorMessage(c));
  x(c, "DROP SCHEMA IF EXISTS lim CASCADE; CREATE SCHEMA lim; CREATE TABLE lim.inbox(id uuid primary key, at "
       "timestamptz default now()); CREATE TABLE lim.petition(id bigint generated always as identity primary key, key "
       "text unique not null, status text not null, region text not null, doc text not null, at timestamptz default "
       "now()); CREATE INDEX ON lim.petition(region,status); CREATE TABLE lim.outbox(id bigint generated always as "
       "identity primary key, key text not null, payload text not null)");
  double t = now();
  seed();
  printf("seeded %d in %.2fs\n", N, now() - t);
  char g[64];
  sprintf(g, "lim-%ld", (long)time(0));
  const char *kv[][2] = {
      {"group.id", g}, {"auto.offset.reset", "earliest"}, {"enable.auto.commit", "false"}, {"fetch.wait.max.ms", "20"}};
  rd_kafka_t *k = mk(RD_KAFKA_CONSUMER, kv, 4);
  rd_kafka_poll_set_consumer(k);
  rd_kafka_topic_partition_list_t *tl = rd_kafka_topic_partition_list_new(1);
  rd_kafka_topic_partition_list_add(tl, "lim-in", -1);
  rd_kafka_subscribe(k, tl);
  rd_kafka_queue_t *q = rd_kafka_queue_get_consumer(k);
  rd_kafka_message_t **ms = malloc(sizeof(*ms) * BATCH);
  pthread_t th;
  int started = 0;
  double t0 = 0;
  char *ids = malloc(BATCH * 40 + 10);
  PQprepare(c, "i", "INSERT INTO lim.inbox(id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING id", 0, 0);
  char *buf = malloc(BATCH * 3000);
  while (done < N) {
    ssize_t n = rd_kafka_consume_batch_queue(q, 50, ms, BATCH);
    int m = 0;
    for (int i = 0; i < n; i++) {
      if (ms[i]->err)
        rd_kafka_message_destroy(ms[i]);
      else
        ms[m++] = ms[i];
    }
    if (!m)
      continue;
    if (!started) {
      started = 1;
      t0 = now();
      if (relaying)
        pthread_create(&th, 0, relay, 0);
    }
    char *w = ids;
    *w++ = '{';
    for (int i = 0; i < m; i++) {
      char *pp = strstr((char *)ms[i]->payload, "\"id\":\"") + 6;
      memcpy(w, pp, 36);
      w += 36;
      *w++ = ',';
    }
    w[-1] = '}';
    *w = 0;
    x(c, "BEGIN");
    const char *pv[1] = {ids};
    PGresult *r = PQexecPrepared(c, "i", 1, pv, 0, 0, 0);
    if (PQresultStatus(r) != PGRES_TUPLES_OK)
      die("inbox", PQerrorMessage(c));
    PQclear(r);
    for (int ph = 0; ph < 2; ph++) {
      r = PQexec(c, ph ? "COPY lim.outbox(key,payload) FROM STDIN"
                       : "COPY lim.petition(key,status,region,doc) FROM STDIN");
      PQclear(r);
      w = buf;
      for (int i = 0; i < m; i++) {
        memcpy(w, ms[i]->key, ms[i]->key_len);
        w += ms[i]->key_len;
        *w++ = '\t';
        if (!ph) {
          memcpy(w, "received\t360402\t", 16);
          w += 16;
        }
        memcpy(w, ms[i]->payload, ms[i]->len);
        w += ms[i]->len;
        *w++ = '\n';
      }
      PQputCopyData(c, buf, w - buf);
      PQputCopyEnd(c, 0);
      while ((r = PQgetResult(c))) {
        if (PQresultStatus(r) != PGRES_COMMAND_OK)
          die("copy", PQerrorMessage(c));
        PQclear(r);
      }
    }
    x(c, "COMMIT");
    for (int i = 0; i < m; i++)
      rd_kafka_message_destroy(ms[i]);
    rd_kafka_commit(k, 0, 1);
    done += m;
  }
  double t1 = now();
  if (relaying)
    pthread_join(th, 0);
  double t2 = now();
  printf("consumed+committed %ld in %.2fs = %.0f/s; end-to-end incl relay %.2fs = %.0f/s\n", done, t1 - t0,
         done / (t1 - t0), t2 - t0, done / (t2 - t0));
  rd_kafka_consumer_close(k);
  return 0;
}
