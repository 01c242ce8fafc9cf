#ifndef UTKIK_CMIME_SHIM_H
#define UTKIK_CMIME_SHIM_H

#include <gmime/gmime.h>

// GObject's casts and type checks are macros, which Swift doesn't see. Each of these gives NULL for an object of
// another type.

static inline GMimeMultipart *utkik_mime_multipart(GMimeObject *object) {
    return GMIME_IS_MULTIPART(object) ? GMIME_MULTIPART(object) : NULL;
}

static inline GMimePart *utkik_mime_part(GMimeObject *object) {
    return GMIME_IS_PART(object) ? GMIME_PART(object) : NULL;
}

static inline GMimeObject *utkik_mime_object(GMimeMessage *message) {
    return GMIME_IS_OBJECT(message) ? GMIME_OBJECT(message) : NULL;
}

static inline InternetAddressMailbox *utkik_mime_mailbox(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_MAILBOX(address) ? INTERNET_ADDRESS_MAILBOX(address) : NULL;
}

/// The bytes that a stream in memory has taken, which stay the stream's; NULL for another stream.
static inline GByteArray *utkik_mime_bytes(GMimeStream *stream) {
    return GMIME_IS_STREAM_MEM(stream) ? g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream)) : NULL;
}

#endif
