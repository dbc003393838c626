/*
 * A wall clock that steps while its process runs, as when the clock of a machine is set: preloaded into a replica by
 * ./deploy/chaos. How many nanoseconds it is off stands in the eight bytes of the file CHAOS_CLOCK, which is mapped, so that
 * a step is one write. The monotonic clock does not step. Waits until an instant by the wall clock are taken back to the true
 * one, since the kernel knows nothing of the step.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL

static const int64_t none;
static const volatile int64_t *off = &none;
static int (*true_gettime)(clockid_t, struct timespec *);
static int (*true_cond_wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
static int (*true_sem_wait)(sem_t *, const struct timespec *);
static int (*true_lock)(pthread_mutex_t *, const struct timespec *);

/* Others may ask for the time before this library's constructor has run. */
static void look_up(void) {
  if (true_gettime) return;
  true_sem_wait = dlsym(RTLD_NEXT, "sem_timedwait");
  true_lock = dlsym(RTLD_NEXT, "pthread_mutex_timedlock");
  /* The oldest of its versions, which dlsym would find, is for condition variables of another size. */
  true_cond_wait = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  if (!true_cond_wait) true_cond_wait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  true_gettime = dlsym(RTLD_NEXT, "clock_gettime");
}

__attribute__((constructor)) static void begin(void) {
  look_up();
  const char *name = getenv("CHAOS_CLOCK");
  int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (page != MAP_FAILED) off = page;
}

static struct timespec moved(struct timespec at, int64_t by) {
  int64_t all = at.tv_sec * SECOND + at.tv_nsec + by;
  return (struct timespec){.tv_sec = all / SECOND, .tv_nsec = all % SECOND};
}

/* Instants of the monotonic clock count from the start of the machine: no wall clock has shown so few seconds since 1973. */
static struct timespec truly(const struct timespec *until) {
  return until->tv_sec < 100000000 ? *until : moved(*until, -*off);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  look_up();
  int answer = true_gettime(clock, now);
  if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) *now = moved(*now, *off);
  return answer;
}

int timespec_get(struct timespec *now, int base) {
  return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec at;
  int answer = clock_gettime(CLOCK_REALTIME, &at);
  if (answer == 0) *now = (struct timeval){.tv_sec = at.tv_sec, .tv_usec = at.tv_nsec / 1000};
  return answer;
}

time_t time(time_t *into) {
  struct timespec at;
  if (clock_gettime(CLOCK_REALTIME, &at) != 0) return -1;
  if (into) *into = at.tv_sec;
  return at.tv_sec;
}

int pthread_cond_timedwait(
    pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
  look_up();
  struct timespec at = truly(until);
  return true_cond_wait(condition, mutex, &at);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  look_up();
  struct timespec at = truly(until);
  return true_sem_wait(semaphore, &at);
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
  look_up();
  struct timespec at = truly(until);
  return true_lock(mutex, &at);
}
