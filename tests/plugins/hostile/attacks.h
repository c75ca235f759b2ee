/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a module must not be able to do, each as a function that says whether it could. The module
 * `breakout` tries them confined; the program `unconfined` tries them free, so that the count of what was
 * stopped means something.
 */
#ifndef GUIDEPOST_ATTACKS_H
#define GUIDEPOST_ATTACKS_H

#include "tests/plugins/hostile/attacks_on_files.h"
#include "tests/plugins/hostile/attacks_on_memory.h"
#include "tests/plugins/hostile/attacks_on_network.h"
#include "tests/plugins/hostile/attacks_on_processes.h"

static const attack attacks[] = {
    {"files", "read a file of the home folder", read_home},
    {"files", "list the home folder", list_home},
    {"files", "read /etc/passwd", read_passwd},
    {"files", "read /etc/shadow", read_shadow},
    {"files", "read another process's environment", read_environment},
    {"files", "read /proc/mounts", read_mounts},
    {"files", "read /proc/self/maps", read_own_memory},
    {"files", "open /proc/self/mem", write_own_memory},
    {"files", "list /", list_root},
    {"files", "list /proc", list_processes},
    {"files", "list the folder above", list_parent},
    {"files", "read the list of libraries", read_library},
    {"files", "climb out with ..", climb_out},
    {"files", "move there and read", move_and_read},
    {"files", "create in its own folder", create_here},
    {"files", "create in /tmp", create_in_tmp},
    {"files", "create in the home folder", create_in_home},
    {"files", "create without a name", create_nameless},
    {"files", "create shared memory", create_shared},
    {"files", "create a message queue", create_queue},
    {"files", "write over a file", write_home},
    {"files", "append to a file", append_home},
    {"files", "empty a file", empty_home},
    {"files", "cut a file", cut_home},
    {"files", "make a folder", make_folder},
    {"files", "make a symbolic link", make_symlink},
    {"files", "make a link", make_link},
    {"files", "make a pipe", make_fifo},
    {"files", "change rights", open_up},
    {"files", "change an owner", give_away},
    {"files", "change a time", touch_home},
    {"files", "open with openat2", open_second_way},
    {"files", "open with open", open_old_way},
    {"files", "watch the home folder", watch_home},
    {"files", "change the root", leave_root},
    {"files", "write over its library", write_library},
    {"files", "rename a file", rename_home},
    {"files", "remove a file", remove_home},
    {"network", "socket, TCP", tcp_socket},
    {"network", "socket, UDP", udp_socket},
    {"network", "socket, TCP on IPv6", tcp6_socket},
    {"network", "socket, Unix", unix_socket},
    {"network", "socket, netlink", netlink_socket},
    {"network", "socket, packet", packet_socket},
    {"network", "socket, raw", raw_socket},
    {"network", "pair of sockets", pair_of_sockets},
    {"network", "connect", connect_out},
    {"network", "send", send_out},
    {"network", "listen", listen_here},
    {"network", "io_uring", use_ring},
    {"processes", "fork", fork_once},
    {"processes", "clone", fork_raw},
    {"processes", "clone3", clone_three},
    {"processes", "posix_spawn", spawn_program},
    {"processes", "system", run_shell},
    {"processes", "popen", pipe_to_shell},
    {"processes", "execve", become_program},
    {"processes", "execveat", become_by_file},
    {"processes", "be traced", trace_me},
    {"processes", "trace the desk", trace_parent},
    {"processes", "read the desk's memory", read_parent},
    {"processes", "signal the desk", signal_parent},
    {"processes", "signal another process", signal_all},
    {"processes", "signal another thread", signal_thread},
    {"processes", "hold the desk", hold_parent},
    {"processes", "a namespace of its own", new_world},
    {"processes", "mount", mount_over},
    {"processes", "raise a limit", raise_limit},
    {"processes", "allow core dumps", dump_core},
    {"processes", "a file in memory", nameless_file},
    {"processes", "perf", watch_kernel},
    {"processes", "bpf", use_bpf},
    {"processes", "memory that is code", write_code},
    {"processes", "turn memory into code", turn_into_code},
    {"memory", "malloc of 1 GB", allocate_gigabyte},
    {"memory", "mmap of 1 GB", map_gigabyte},
    {"memory", "shared mmap of 1 GB", share_gigabyte},
    {"memory", "reserve 1 TB", reserve_terabyte},
    {"memory", "400 pieces of 1 MB", nibble},
    {"memory", "grow with mremap", grow_by_mremap},
    {"memory", "lift the limit", lift_the_limit},
    {"memory", "lock memory", lock_memory},
};

enum { attack_count = sizeof attacks / sizeof attacks[0] };

#endif
