// pkg-config names the folder of libpq-fe.h; the eventfd header is not in Swift's Glibc module.
#include <libpq-fe.h>
#include <sys/eventfd.h>
#include <poll.h>
