/* Loaded before PostgreSQL's own libraries: each flush takes FSYNC_MICROS longer, as on a slower disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void nap(void) {
    const char *text = getenv("FSYNC_MICROS");
    long micros = text ? atol(text) : 0;
    struct timespec time = {micros / 1000000, (micros % 1000000) * 1000};
    nanosleep(&time, 0);
}

int fdatasync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    int result = real(file);
    nap();
    return result;
}

int fsync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    int result = real(file);
    nap();
    return result;
}
