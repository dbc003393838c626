/*
 * Preloaded into the local broker where that is measured or runs long: its thread for saving sleeps on.
 *
 * Once a second that thread writes all that the broker holds as one text, and nobody is answered meanwhile: tens to hundreds
 * of milliseconds that grow with what was measured before. No broker for production does the like, and what is measured is
 * thrown away.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left) {
  char name[16] = "";
  pthread_getname_np(pthread_self(), name, sizeof name);
  while (strcmp(name, "autosave") == 0) pause();
  int (*sleep)(clockid_t, int, const struct timespec *, struct timespec *) = dlsym(RTLD_NEXT, "clock_nanosleep");
  return sleep(clock, flags, time, left);
}
