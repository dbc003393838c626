// What a relay is measured against: the rows of an outbox, read in their order and published by a bare transactional producer
// for each shard, as many as the relay has.
//
// It cuts nothing by what is visible, keeps no position, confirms no broker and ends when the table does: after a crash it
// would begin again. One transaction for as many rows as the relay takes into one, one behind the other, as in the relay.
//
// ./deploy/bench builds it, makes its topics (the outbox's own with PREFIX before them) and runs it; libpq takes the address of
// the database from the environment.
//   cc -O2 producer.c -o producer -I"$(pg_config --includedir)" -lrdkafka -lpq -lpthread
//   ./producer BROKERS PREFIX BATCH SHARDS
#include <arpa/inet.h>
#include <libpq-fe.h>
#include <librdkafka/rdkafka.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 64 };

struct work {
  const char *brokers, *prefix, *batch;
  char shard[8];
  long published;
};

static void die(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why ? why : "");
  exit(1);
}

static void must(const char *what, rd_kafka_error_t *error) {
  if (error)
    die(what, rd_kafka_error_string(error));
}

static rd_kafka_t *producer(const char *brokers, const char *shard) {
  char text[512], name[64];
  snprintf(name, sizeof name, "bench-producer-%s", shard);
  const char *settings[][2] = {{"bootstrap.servers", brokers},
                               {"transactional.id", name},
                               {"linger.ms", "5"},
                               {"partitioner", "murmur2_random"},
                               {"socket.nagle.disable", "true"},
                               {"queue.buffering.max.messages", "1000000"}};
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
    if (rd_kafka_conf_set(conf, settings[i][0], settings[i][1], text, sizeof text))
      die("setting", text);
  rd_kafka_t *client = rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof text);
  if (!client)
    die("client", text);
  must("init", rd_kafka_init_transactions(client, 60000));
  return client;
}

static uint32_t number(const char *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return ntohl(value);
}

// A block of headers: length and name, length plus one (zero for null) and value, for each.
static rd_kafka_headers_t *headers(const char *bytes, int size) {
  rd_kafka_headers_t *list = rd_kafka_headers_new(24);
  for (const char *end = bytes + size; bytes < end;) {
    uint32_t name = number(bytes), value = number(bytes + 4 + name);
    rd_kafka_header_add(list, bytes + 4, name, value ? bytes + 8 + name : NULL, value ? value - 1 : 0);
    bytes += 8 + name + (value ? value - 1 : 0);
  }
  return list;
}

static void publish(rd_kafka_t *client, const char *prefix, PGresult *rows, int row) {
  char topic[256];
  snprintf(topic, sizeof topic, "%s%s", prefix, PQgetvalue(rows, row, 1));
  rd_kafka_headers_t *list = headers(PQgetvalue(rows, row, 3), PQgetlength(rows, row, 3));
  int is_null = PQgetisnull(rows, row, 4);
  for (;;) {
    rd_kafka_resp_err_t error = rd_kafka_producev(
        client, RD_KAFKA_V_TOPIC(topic), RD_KAFKA_V_KEY(PQgetvalue(rows, row, 2), PQgetlength(rows, row, 2)),
        RD_KAFKA_V_VALUE(is_null ? NULL : PQgetvalue(rows, row, 4), PQgetlength(rows, row, 4)),
        RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_HEADERS(list), RD_KAFKA_V_END);
    if (!error)
      return;
    if (error != RD_KAFKA_RESP_ERR__QUEUE_FULL)
      die("produce", rd_kafka_err2str(error));
    rd_kafka_poll(client, 10);
  }
}

static void *run(void *opaque) {
  struct work *work = opaque;
  PGconn *database = PQconnectdb("");
  if (PQstatus(database) != CONNECTION_OK)
    die("database", PQerrorMessage(database));
  PGresult *prepared = PQprepare(database, "next",
                                 "select id, topic, key, headers, payload from outbox "
                                 "where shard = $3::smallint and id > $1::bigint order by id limit $2::int",
                                 0, NULL);
  if (PQresultStatus(prepared) != PGRES_COMMAND_OK)
    die("database", PQerrorMessage(database));
  PQclear(prepared);
  rd_kafka_t *client = producer(work->brokers, work->shard);
  char last[32] = "0";
  for (;;) {
    // The id comes as eight bytes, since all columns come as they are stored.
    const char *values[] = {last, work->batch, work->shard};
    PGresult *rows = PQexecPrepared(database, "next", 3, values, NULL, NULL, 1);
    if (PQresultStatus(rows) != PGRES_TUPLES_OK)
      die("database", PQerrorMessage(database));
    int found = PQntuples(rows);
    if (!found)
      break;
    must("begin", rd_kafka_begin_transaction(client));
    for (int row = 0; row < found; row++)
      publish(client, work->prefix, rows, row);
    must("commit", rd_kafka_commit_transaction(client, 60000));
    const char *id = PQgetvalue(rows, found - 1, 0);
    snprintf(last, sizeof last, "%llu", (unsigned long long)number(id) << 32 | number(id + 4));
    work->published += found;
    PQclear(rows);
  }
  rd_kafka_destroy(client);
  PQfinish(database);
  return NULL;
}

int main(int count, char **words) {
  int shards = count == 5 ? atoi(words[4]) : 0;
  if (shards < 1 || shards > MOST)
    die("usage", "producer BROKERS PREFIX BATCH SHARDS");
  pthread_t threads[MOST];
  struct work works[MOST];
  long published = 0;
  for (int i = 0; i < shards; i++) {
    works[i] = (struct work){.brokers = words[1], .prefix = words[2], .batch = words[3]};
    snprintf(works[i].shard, sizeof works[i].shard, "%d", i);
    if (pthread_create(&threads[i], NULL, run, &works[i]))
      die("thread", NULL);
  }
  for (int i = 0; i < shards; i++) {
    pthread_join(threads[i], NULL);
    published += works[i].published;
  }
  printf("published %ld rows\n", published);
  return 0;
}
