#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// What kills a process from inside; a Swift trap is SIGILL or SIGTRAP by machine.
static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};

/// A signal handler can reach nothing but globals. They are written while `is_armed` is 0 only.
static volatile sig_atomic_t is_armed;
static int guarded_descriptor;
static struct termios guarded_modes;
static char guarded_bytes[512];
static size_t guarded_length;
static _Alignas(16) char handler_stack[16384];

/// Async-signal-safe: write, poll and tcsetattr alone.
static void restore_terminal(void) {
    if (!is_armed) return;
    is_armed = 0;
    struct pollfd writable = {.fd = guarded_descriptor, .events = POLLOUT};
    size_t done = 0;
    while (done < guarded_length) {
        ssize_t count = write(guarded_descriptor, guarded_bytes + done, guarded_length - done);
        if (count > 0) done += (size_t)count;
        else if (!(count < 0 && errno == EAGAIN && poll(&writable, 1, 200) > 0)) break;
    }
    tcsetattr(guarded_descriptor, TCSANOW, &guarded_modes);
}

static void on_fatal_signal(int signal) {
    restore_terminal();
    // The system's own end, with a core dump where those are on. Not the handler that was there before: Swift's asks on
    // the terminal whether to start a debugger, which a guest of the machine must not be asked.
    sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
    raise(signal);
}

static void install(void) {
    static bool is_installed;
    if (is_installed) return;
    is_installed = true;
    atexit(restore_terminal);
    // An overflown stack has no room for a handler.
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = on_fatal_signal, .sa_flags = SA_ONSTACK};
    for (size_t index = 0; index < sizeof fatal_signals / sizeof *fatal_signals; index++)
        sigaction(fatal_signals[index], &action, NULL);
}

void utkik_crash_guard_arm(
    int descriptor, const struct termios *modes, const char *bytes, size_t length) {
    is_armed = 0;
    guarded_descriptor = descriptor;
    guarded_modes = *modes;
    guarded_length = length < sizeof guarded_bytes ? length : sizeof guarded_bytes;
    memcpy(guarded_bytes, bytes, guarded_length);
    install();
    is_armed = 1;
}

void utkik_crash_guard_disarm(void) { is_armed = 0; }
