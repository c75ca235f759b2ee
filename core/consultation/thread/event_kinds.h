// SPDX-License-Identifier: GPL-2.0-or-later
// The kinds of events that a consultation is made of, one row each: the word it is stored under, the fields
// it carries, who is told, how it changes the thread and how the history says it. A new kind is a name in
// Happening, a row here and a test.
#pragma once

#include "core/consultation/thread/event_payload.h"
#include "core/consultation/thread/thread.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

class Fold;
struct Field;

enum class Audience { everybody, specialists, nobody }; ///< of those who may read the thread

/// What the history may use to say that something happened.
struct Telling {
    const Details& details; ///< empty where words are gone or withheld
    std::string who = {};   ///< display names
    std::string to = {};    ///< "a specialist" where it is not told
    bool is_among_specialists = false;
    const PassedOn* passed = nullptr;
    std::function<std::string(const Login&)> name_of = {};
};

struct EventKind {
    Happening happening = Happening::opened;
    std::string_view word = {}; ///< in the chain; never renamed
    std::vector<const Field*> fields = {};
    Audience told_to = Audience::everybody;  ///< that it happened
    Audience words_to = Audience::everybody; ///< what it says, in lists and when words are looked for
    Audience moves = Audience::everybody;    ///< who wants to have seen it before sending what they write
    bool keeps_its_words = false;            ///< removing words leaves these
    std::optional<Entry::Kind> (*entry)(const Details&) = nullptr;
    void (*apply)(Fold&, const Event&, const Details&) = nullptr;
    std::string (*say)(const Telling&) = nullptr;
};

/// In the order of Happening.
const std::vector<EventKind>& event_kinds();
const EventKind& kind_of(Happening happening);

} // namespace guidepost::consultation
