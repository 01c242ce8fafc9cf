/// What Swift can't reach of ncurses and of Linux by itself: macros, C varargs, and code that runs in a signal handler.
#ifndef UTKIK_CNCURSES_H
#define UTKIK_CNCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <curses.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <termios.h>

// Terminfo

/// The capability of the terminal that was set up last; NULL where it has none.
const char *utkik_terminfo_string(const char *name);
/// 1, 0, or -1 for a name that is no flag.
int utkik_terminfo_flag(const char *name);
/// -1 where absent, -2 for a name that is no number.
int utkik_terminfo_number(const char *name);
/// The names of the standard capabilities, in the order in which a compiled entry holds them; NULL after the last.
const char *utkik_terminfo_flag_name(int index);
const char *utkik_terminfo_number_name(int index);
const char *utkik_terminfo_string_name(int index);
/// Loads the entry of `terminal`. 1: loaded; 0: unknown or too poor for a full screen; -1: no terminfo at all.
int utkik_terminfo_load(const char *terminal, int descriptor);
/// Frees the entry that was loaded last.
void utkik_terminfo_unload(void);

// The screen

WINDOW *utkik_standard_window(void);
/// How many pairs of colours the terminal has.
int utkik_color_pairs(void);
/// Whether two descriptors are of one and the same terminal; /dev/tty is the terminal that it stands for.
bool utkik_is_same_terminal(int one, int other);
/// Fills `cell` with a base character and its marks, NUL-terminated. ERR where the locale can't show them.
int utkik_set_cell(cchar_t *cell, const uint32_t *text, attr_t attributes, int pair);
/// How many columns the C library's locale gives `scalar`; -1 where it can't show it.
int utkik_column_width(uint32_t scalar);
attr_t utkik_bold(void);
attr_t utkik_dim(void);
attr_t utkik_italic(void);
attr_t utkik_underline(void);
attr_t utkik_reverse(void);
/// Has the next refresh draw the whole screen anew.
void utkik_redraw_all(void);
/// A file in memory that is never on disk; -1 with errno.
int utkik_memory_file(void);

// Signals and time

/// A descriptor on which the blocked signals of `set` can be read, not blocking; -1 with errno.
int utkik_signal_descriptor(const sigset_t *set);
/// The next signal; 0 where there is none.
int utkik_next_signal(int descriptor);
/// Two ends of a pipe that a child doesn't inherit; -1 with errno.
int utkik_pipe(int ends[2]);
/// Has the child close every descriptor from `first` on.
int utkik_spawn_close_from(posix_spawn_file_actions_t *actions, int first);
/// A descriptor that becomes readable when the child `process` ends; -1 with errno.
int utkik_process_descriptor(pid_t process);
/// A timer of the wall clock; -1 with errno.
int utkik_clock_timer(void);
/// Has the timer become readable at `seconds` since 1970, or when the clock is set.
int utkik_clock_timer_set(int descriptor, int64_t seconds);

// Crash guard

/// From now on a crash writes `length` bytes to `descriptor` (at most 512) and gives it `modes` before the process dies.
///
/// So does `exit`. One terminal at a time.
void utkik_crash_guard_arm(
    int descriptor, const struct termios *modes, const char *bytes, size_t length);
void utkik_crash_guard_disarm(void);

#endif
