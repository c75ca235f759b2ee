// SPDX-License-Identifier: GPL-2.0-or-later
// What an officer asks. The file form is YAML, version 1: danger, question, decision, needed_by, tried,
// priority, responsibility, specialism, restricted, called, not_danger, case (a case file), read
// (article#anchor).
#pragma once

#include "core/values/case_profile.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

enum class Priority { routine, soon, urgent };
enum class Responsibility { advice, joint, take_over };

std::string_view word_of(Priority priority);
std::string_view word_of(Responsibility responsibility); ///< "take-over"
std::optional<Priority> parse_priority(std::string_view word);
std::optional<Responsibility> parse_responsibility(std::string_view word);

/// Who was called about immediate danger, by role, and when: needed to send what holds a red flag.
struct Called {
    std::string whom = {};
    std::string when = {}; ///< as the person wrote it: "16:20 today"

    friend bool operator==(const Called&, const Called&) = default;
};

struct Request {
    std::optional<bool> is_danger = {}; ///< somebody is in danger now; asked, because no words tell it surely
    std::string question = {};          ///< one focused question; its first line is the title in lists
    std::string decision = {};          ///< what has to be decided
    std::optional<Date> needed_by = {};
    std::string tried = {};
    std::optional<Priority> priority = {};             ///< nothing is ticked for the person
    std::optional<Responsibility> responsibility = {}; ///< likewise
    std::string specialism = {};                       ///< "" lets the case decide
    std::vector<Login> restricted_to = {};             ///< empty: not restricted
    bool is_restricted = false;
    std::optional<Called> called = {};
    std::string not_danger = {}; ///< why words that read as danger are none; in place of `called`
    CaseProfile profile = {};
    std::vector<std::string> read = {};             ///< "article#anchor"
    std::map<std::string, std::string> fields = {}; ///< what modules ask for: "module.key" -> answer
    std::vector<std::string> verdicts = {};         ///< what modules said of the case: see attached_verdict.h

    friend bool operator==(const Request&, const Request&) = default;
};

inline constexpr std::size_t longest_text = 20'000; ///< bytes, of any one text of a thread

/// What keeps a request from being sent, each as a sentence with its field; empty when it may go.
struct Missing {
    std::string field = {};
    std::string what = {};
};
std::vector<Missing> missing_from(const Request& request);

/// Throws Error{format} that names line and key.
Request parse_request(std::string_view yaml);
std::string format_request(const Request& request);

/// Canonical JSON, as an event's payload holds it; reading takes what any version 1 wrote.
std::string request_json(const Request& request);
Request request_from_json(std::string_view json);

/// The first line or sentence of the question, at most about 80 characters.
std::string title_of(const Request& request);

/// The specialism a case calls for when the person names none: sexual before domestic abuse before
/// general, as its offence types say.
std::string specialism_of(const Request& request);

} // namespace guidepost::consultation
