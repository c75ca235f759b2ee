// SPDX-License-Identifier: GPL-2.0-or-later
// How the desk and guidepost-module-host talk. C++ on both sides and built together: no module sees this.
//
// The desk starts the host with a stream socket as its stdin and stdout and two more open files:
//
//     3  the module's folder        4  the module's library, as bytes nobody can change any more
//
// A message is its length (four bytes, least first) and that many bytes of JSON. In this order:
//
//     host  {"confined": {"files": true, "network": true, "processes": true, "memory": true, "why": ""}}
//     desk  {"load": true}                             nothing of the module has run before this
//     host  {"ready": {"abi": 1, "id": "steps", "version": "2.1.0", "capabilities": ["guidepost.plan/1"]}}
//           or {"refused": "a sentence", "abi": 7}     and its end; abi only when that was the reason
//     desk  {"id": 1, "call": "guidepost.plan/1", "in": {...}}
//     host  {"id": 1, "failed": "a sentence"}  or  {"id": 1, "out": ...}    what the module wrote, unread
//
// End of input ends the host. It speaks only when it was asked. From "ready" on the desk believes nothing:
// the module can write to the socket itself.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guidepost::protocol {

inline constexpr int folder_fd = 3;
inline constexpr int library_fd = 4;

inline constexpr std::size_t largest_request = 1024 * 1024;
inline constexpr std::size_t largest_answer = 1024 * 1024;
/// An answer with what stands round it.
inline constexpr std::size_t largest_message = largest_answer + 64 * 1024;

inline constexpr std::uint64_t memory_limit = 256ull * 1024 * 1024;

} // namespace guidepost::protocol
