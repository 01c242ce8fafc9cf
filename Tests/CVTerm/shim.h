#ifndef UTKIK_CVTERM_SHIM_H
#define UTKIK_CVTERM_SHIM_H

#include <pty.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <vterm.h>

/// POSIX.1-2024's flag, under a feature macro in the C library's header.
static const short utkik_spawn_new_session = 0x80;

long syscall(long number, ...);
/// Becomes readable when the child ends.
static inline int utkik_process_descriptor(pid_t process) {
    return (int)syscall(SYS_pidfd_open, process, 0);
}

// Bit-fields and the tags of a union, as functions.
static inline bool utkik_vterm_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline bool utkik_vterm_italic(const VTermScreenCell *cell) { return cell->attrs.italic; }
static inline bool utkik_vterm_reverse(const VTermScreenCell *cell) { return cell->attrs.reverse; }
static inline bool utkik_vterm_underline(const VTermScreenCell *cell) {
    return cell->attrs.underline != VTERM_UNDERLINE_OFF;
}
static inline uint32_t utkik_vterm_scalar(const VTermScreenCell *cell, int index) {
    return cell->chars[index];
}
static inline int utkik_vterm_width(const VTermScreenCell *cell) { return cell->width; }
/// -1 for the terminal's own colour, an index into the palette, or 0x1000000 and 24 bits of red, green and blue.
static inline int32_t utkik_vterm_color(VTermColor color) {
    if (color.type & VTERM_COLOR_DEFAULT_MASK) return -1;
    if (VTERM_COLOR_IS_INDEXED(&color)) return color.indexed.idx;
    return 0x1000000 | color.rgb.red << 16 | color.rgb.green << 8 | color.rgb.blue;
}
static inline VTermPos utkik_vterm_position(int row, int column) {
    VTermPos position = {.row = row, .col = column};
    return position;
}

#endif
