/* SPDX-License-Identifier: GPL-2.0-or-later
 * Attempts to reach anybody outside.
 */
#ifndef GUIDEPOST_ATTACKS_ON_NETWORK_H
#define GUIDEPOST_ATTACKS_ON_NETWORK_H

#include "tests/plugins/hostile/targets.h"

static int any_socket(int family, int type, int protocol)
{
    return closes(socket(family, type, protocol));
}
static int tcp_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_STREAM, 0);
}
static int udp_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_DGRAM, 0);
}
static int tcp6_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET6, SOCK_STREAM, 0);
}
static int unix_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_UNIX, SOCK_STREAM, 0);
}
static int netlink_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_NETLINK, SOCK_RAW, 0);
}
static int packet_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_PACKET, SOCK_RAW, 0);
}
static int raw_socket(const targets* at)
{
    (void)at;
    return any_socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
}
static int pair_of_sockets(const targets* at)
{
    int ends[2];
    (void)at;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 0;
    close(ends[0]);
    close(ends[1]);
    return 1;
}
static struct sockaddr_in loopback(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return to;
}
static int connect_out(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    const struct sockaddr_in to = loopback(at->port);
    const int connected = connect(fd < 0 ? 0 : fd, (const struct sockaddr*)&to, sizeof to) == 0;
    if (fd >= 0)
        close(fd);
    return connected;
}
static int send_out(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    const struct sockaddr_in to = loopback(at->port);
    const int sent = sendto(fd < 0 ? 0 : fd, "case", 4, 0, (const struct sockaddr*)&to, sizeof to) == 4;
    if (fd >= 0)
        close(fd);
    return sent;
}
static int listen_here(const targets* at)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    const struct sockaddr_in here = loopback(0);
    (void)at;
    const int listens =
        fd >= 0 && bind(fd, (const struct sockaddr*)&here, sizeof here) == 0 && listen(fd, 1) == 0;
    if (fd >= 0)
        close(fd);
    return listens;
}
static int use_ring(const targets* at)
{
    char parameters[256] = {0}; /* io_uring opens and connects beside the filter */
    (void)at;
    return closes((int)syscall(SYS_io_uring_setup, 4, parameters));
}

#endif
