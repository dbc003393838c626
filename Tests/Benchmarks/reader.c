// The stranger at the other end of the pipe: reads a topic from its beginning, committed transactions only, and says of
// each record when it could be read. In C, so that it takes as little as may be of the processors it shares with what
// is measured.
//
// ./deploy/bench builds it and runs it; a line per record: CLOCK_MONOTONIC in nanoseconds, the key, the value of the
// header ce_type. It ends after COUNT records of TYPE (of any type when none is given), or when it is killed.
//   cc -O2 reader.c -o reader -lrdkafka
//   ./reader BROKERS TOPIC COUNT [TYPE]
#include <librdkafka/rdkafka.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void die(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

// The local broker answers a fetch that finds nothing at once, and librdkafka asks again at once, 20,000 times a second.
// So the thread that asks rests when that happens; with a broker that holds such fetches it never does.
static atomic_int empty_answers;

static rd_kafka_resp_err_t answered(rd_kafka_t *client, int socket, const char *name, int32_t broker, int16_t request,
                                    int16_t version, int32_t correlation, size_t size, int64_t took,
                                    rd_kafka_resp_err_t error, void *opaque) {
  const int16_t fetch = 1;
  if (request == fetch && !error && took >= 0 && took < 5000 && atomic_fetch_add(&empty_answers, 1) > 3)
    usleep(1000);
  return RD_KAFKA_RESP_ERR_NO_ERROR;
}

static rd_kafka_resp_err_t made(rd_kafka_t *client, const rd_kafka_conf_t *conf, void *opaque, char *text,
                                size_t size) {
  return rd_kafka_interceptor_add_on_response_received(client, "pace", answered, NULL);
}

static rd_kafka_t *consumer(const char *brokers) {
  const char *settings[][2] = {{"bootstrap.servers", brokers},
                               {"group.id", "bench-reader"},
                               {"isolation.level", "read_committed"},
                               {"enable.auto.commit", "false"},
                               {"auto.offset.reset", "earliest"},
                               {"fetch.wait.max.ms", "10"},
                               {"receive.message.max.bytes", "1000000000"},
                               {"socket.nagle.disable", "true"},
                               {"queued.min.messages", "1000000"}};
  char text[512];
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
    if (rd_kafka_conf_set(conf, settings[i][0], settings[i][1], text, sizeof text))
      die("setting", text);
  rd_kafka_conf_interceptor_add_on_new(conf, "pace", made, NULL);
  rd_kafka_t *client = rd_kafka_new(RD_KAFKA_CONSUMER, conf, text, sizeof text);
  if (!client)
    die("client", text);
  rd_kafka_poll_set_consumer(client);
  return client;
}

static void assign_all(rd_kafka_t *client, const char *topic) {
  const struct rd_kafka_metadata *metadata;
  rd_kafka_topic_t *handle = rd_kafka_topic_new(client, topic, NULL);
  rd_kafka_resp_err_t error = rd_kafka_metadata(client, 0, handle, &metadata, 30000);
  if (error)
    die("metadata", rd_kafka_err2str(error));
  rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(64);
  for (int i = 0; i < metadata->topics[0].partition_cnt; i++)
    rd_kafka_topic_partition_list_add(list, topic, i)->offset = 0;
  rd_kafka_assign(client, list);
  rd_kafka_topic_partition_list_destroy(list);
  rd_kafka_metadata_destroy(metadata);
  rd_kafka_topic_destroy(handle);
}

// Whether the record is of the type that is waited for; null waits for all.
static int tell(rd_kafka_message_t *message, const char *wanted) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  rd_kafka_headers_t *headers;
  const void *type = "";
  size_t size = 0;
  if (!rd_kafka_message_headers(message, &headers))
    rd_kafka_header_get_last(headers, "ce_type", &type, &size);
  printf("%lld %.*s %.*s\n", now.tv_sec * 1000000000LL + now.tv_nsec, (int)message->key_len,
         message->key ? (const char *)message->key : "", (int)size, (const char *)type);
  return !wanted || (size == strlen(wanted) && !memcmp(type, wanted, size));
}

int main(int count, char **words) {
  if (count != 4 && count != 5)
    die("usage", "reader BROKERS TOPIC COUNT [TYPE]");
  rd_kafka_t *client = consumer(words[1]);
  assign_all(client, words[2]);
  for (long left = atol(words[3]); left > 0;) {
    rd_kafka_message_t *message = rd_kafka_consumer_poll(client, 100);
    if (!message) {
      fflush(stdout);
      continue;
    }
    if (message->err)
      die("read", rd_kafka_message_errstr(message));
    atomic_store(&empty_answers, 0);
    left -= tell(message, count == 5 ? words[4] : NULL);
    rd_kafka_message_destroy(message);
  }
  fflush(stdout);
  _exit(0); // nothing was joined and nothing is to be committed
}
