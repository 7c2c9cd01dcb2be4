#ifndef JUE_PACKET_H
#define JUE_PACKET_H

#include <glib.h>

/** jue_packet_send: sends a packet, not empty, over a socket of packets, with the open file @fd unless that is -1. */
gboolean jue_packet_send (int socket, const void *bytes, gsize length, int fd);

/**
 * jue_packet_receive: waits for a packet; what is longer than @size is cut.
 * @fd: gets the file that came with it, to be closed; or -1
 * Returns: its length; 0 when there will be no more.
 */
gsize jue_packet_receive (int socket, void *bytes, gsize size, int *fd);

#endif
