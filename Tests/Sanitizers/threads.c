/*
 * Preloaded by ./deploy/test --sanitize thread: what its sanitizer cannot see by itself.
 *
 * librdkafka has threads, locks and conditions of C11; it knows those of POSIX only. It crashes in a thread that it has not seen
 * made, and takes what such locks protect for unprotected. So they are made of POSIX's here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <threads.h>

_Static_assert(sizeof(mtx_t) >= sizeof(pthread_mutex_t) && sizeof(cnd_t) >= sizeof(pthread_cond_t), "room for POSIX's own");

struct start {
  thrd_start_t function;
  void *argument;
};

static void *run(void *given) {
  struct start start = *(struct start *)given;
  free(given);
  return (void *)(intptr_t)start.function(start.argument);
}

static int answer(int error) {
  switch (error) {
  case 0: return thrd_success;
  case ENOMEM: return thrd_nomem;
  case EBUSY: return thrd_busy;
  case ETIMEDOUT: return thrd_timedout;
  default: return thrd_error;
  }
}

int thrd_create(thrd_t *thread, thrd_start_t function, void *argument) {
  struct start *start = malloc(sizeof *start);
  if (!start) return thrd_nomem;
  *start = (struct start){function, argument};
  int error = pthread_create((pthread_t *)thread, NULL, run, start);
  if (error) free(start);
  return answer(error == EAGAIN ? ENOMEM : error);
}

int thrd_join(thrd_t thread, int *result) {
  void *returned;
  int error = pthread_join((pthread_t)thread, &returned);
  if (!error && result) *result = (int)(intptr_t)returned;
  return answer(error);
}

int mtx_init(mtx_t *lock, int type) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  if (type & mtx_recursive) pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  int error = pthread_mutex_init((pthread_mutex_t *)lock, &attributes);
  pthread_mutexattr_destroy(&attributes);
  return answer(error);
}

int mtx_lock(mtx_t *lock) { return answer(pthread_mutex_lock((pthread_mutex_t *)lock)); }

int mtx_unlock(mtx_t *lock) { return answer(pthread_mutex_unlock((pthread_mutex_t *)lock)); }

void mtx_destroy(mtx_t *lock) { pthread_mutex_destroy((pthread_mutex_t *)lock); }

int cnd_init(cnd_t *condition) { return answer(pthread_cond_init((pthread_cond_t *)condition, NULL)); }

int cnd_signal(cnd_t *condition) { return answer(pthread_cond_signal((pthread_cond_t *)condition)); }

int cnd_broadcast(cnd_t *condition) { return answer(pthread_cond_broadcast((pthread_cond_t *)condition)); }

int cnd_wait(cnd_t *condition, mtx_t *lock) {
  return answer(pthread_cond_wait((pthread_cond_t *)condition, (pthread_mutex_t *)lock));
}

int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict lock, const struct timespec *restrict until) {
  return answer(pthread_cond_timedwait((pthread_cond_t *)condition, (pthread_mutex_t *)lock, until));
}

void cnd_destroy(cnd_t *condition) { pthread_cond_destroy((pthread_cond_t *)condition); }

/* Who has to wait for a Mutex of Swift's is given it by the kernel, which the sanitizer does not see either. */
#define SLOW "$s15Synchronization12_MutexHandleV"
#define LOCK SLOW "9_lockSlowyys6UInt32VF"
#define UNLOCK SLOW "11_unlockSlowyyF"
#define ITSELF __attribute__((swift_context))

void __tsan_acquire(void *) __attribute__((weak));
void __tsan_release(void *) __attribute__((weak));

typedef __attribute__((swiftcall)) void (*lock_function)(uint32_t thread, ITSELF void *lock);
typedef __attribute__((swiftcall)) void (*unlock_function)(ITSELF void *lock);

__attribute__((swiftcall)) void lock_slow(uint32_t thread, ITSELF void *lock) __asm__(LOCK);
__attribute__((swiftcall)) void unlock_slow(ITSELF void *lock) __asm__(UNLOCK);

__attribute__((swiftcall)) void lock_slow(uint32_t thread, ITSELF void *lock) {
  ((lock_function)dlsym(RTLD_NEXT, LOCK))(thread, lock);
  if (__tsan_acquire) __tsan_acquire(lock);
}

__attribute__((swiftcall)) void unlock_slow(ITSELF void *lock) {
  if (__tsan_release) __tsan_release(lock);
  ((unlock_function)dlsym(RTLD_NEXT, UNLOCK))(lock);
}
