// SPDX-License-Identifier: GPL-2.0-or-later
// The fields that payloads of events have: each is one key and one member of Details, written and read by
// the same row. A key stands for the same thing in every kind and is never renamed.
#pragma once

#include "core/consultation/thread/event_payload.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace guidepost::consultation {

struct Field {
    std::string_view key;
    void (*write)(const Details& from, nlohmann::json& to); ///< leaves out what is empty
    void (*read)(const nlohmann::json& from, Details& to);  ///< what is missing stays empty
    bool holds_words = false;                               ///< of a person, which may have to go
};

namespace field {

extern const Field request, region, pdu, need, red_flags, text, cites, to, until, reasons, passed_over,
    over_time, offer, reason, number, owner, due, done, minutes, of, choice, answer, granted, named, lead,
    draft, hash, verdict, events, kept, asks, against, despite_guard, command;

} // namespace field

} // namespace guidepost::consultation
