#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <wchar.h>

#include <term.h>

const char *utkik_terminfo_string(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

int utkik_terminfo_flag(const char *name) { return tigetflag((char *)name); }
int utkik_terminfo_number(const char *name) { return tigetnum((char *)name); }
const char *utkik_terminfo_flag_name(int index) { return boolnames[index]; }
const char *utkik_terminfo_number_name(int index) { return numnames[index]; }
const char *utkik_terminfo_string_name(int index) { return strnames[index]; }

int utkik_terminfo_load(const char *terminal, int descriptor) {
    int status = -1;
    return setupterm((char *)terminal, descriptor, &status) == OK ? 1 : status == 1 ? 0 : status;
}

void utkik_terminfo_unload(void) {
    if (cur_term != NULL) del_curterm(cur_term);
}

WINDOW *utkik_standard_window(void) { return stdscr; }
int utkik_color_pairs(void) { return COLOR_PAIRS; }

bool utkik_is_same_terminal(int one, int other) {
    unsigned int devices[2];
    return ioctl(one, TIOCGDEV, &devices[0]) == 0 && ioctl(other, TIOCGDEV, &devices[1]) == 0
        && devices[0] == devices[1];
}

int utkik_set_cell(cchar_t *cell, const uint32_t *text, attr_t attributes, int pair) {
    wchar_t wide[CCHARW_MAX + 1] = {0};
    for (int index = 0; index < CCHARW_MAX && text[index] != 0; index++)
        wide[index] = (wchar_t)text[index];
    // ncurses takes a pair above 32767 through its last argument alone.
    return setcchar(cell, wide, attributes, 0, &pair);
}

int utkik_column_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

attr_t utkik_bold(void) { return A_BOLD; }
attr_t utkik_dim(void) { return A_DIM; }
attr_t utkik_italic(void) { return A_ITALIC; }
attr_t utkik_underline(void) { return A_UNDERLINE; }
attr_t utkik_reverse(void) { return A_REVERSE; }

void utkik_redraw_all(void) { clearok(curscr, TRUE); }

int utkik_memory_file(void) { return memfd_create("screen", MFD_CLOEXEC); }

int utkik_signal_descriptor(const sigset_t *set) {
    return signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int utkik_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int utkik_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int utkik_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int utkik_process_descriptor(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}

int utkik_clock_timer(void) {
    return timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

int utkik_clock_timer_set(int descriptor, int64_t seconds) {
    struct itimerspec at = {.it_value = {.tv_sec = seconds}};
    return timerfd_settime(
        descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL);
}
