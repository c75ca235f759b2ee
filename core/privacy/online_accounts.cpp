// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/pattern.h"
#include "core/privacy/plain_characters.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

const std::string services =
    R"((?:instagram|insta|ig|facebook|fb|messenger|snapchat|snap|sc|tik\ ?tok|twitter|telegram|discord|
    reddit|kik|youtube|xbox|psn|playstation|steam|roblox|fortnite|tinder|grindr|hinge|bumble|badoo|linkedin|twitch|
    skype|
    onlyfans|threads|vk|whatsapp|signal|wickr|viber))";
const std::string names =
    R"((?:user\ ?names?|handles?|screen\ ?name|gamer\ ?tag|nick\ ?name\ online|profile\ name|user\ id))";
const std::string link =
    R"((?: [\ :=("'] | \b(?:is|was|as|on|under|name|names|handle|user|username|account|profile|called|id|
    tag|his|her|their|the|in|with|at|of)\b | \b)" +
    services + R"(\b ){1,10})";

/// Of a service and not of somebody.
bool is_page_of_service(std::string_view path)
{
    static constexpr std::array<std::string_view, 9> pages{
        "help", "about", "legal", "privacy", "policies", "safety", "terms", "support", "business"};
    const auto first = path.substr(0, path.find_first_of("/?#"));
    return std::find(pages.begin(), pages.end(), first) != pages.end();
}

/// "e.g" has a mark as well.
bool has_digit_or_mark(std::string_view handle)
{
    constexpr std::size_t shortest_with_dot = 5;
    return handle.find_first_of("0123456789_") != std::string_view::npos ||
           (handle.size() >= shortest_with_dot && handle.find('.') != std::string_view::npos);
}

} // namespace

void find_online_accounts(std::string_view plain, Findings& findings)
{
    const std::string handle = R"([A-Z\d_](?:[\w.\-]{0,30}[\w])?)";
    static const Pattern profile{
        R"((?<![\p{L}\p{N}.@\-]) (?:https?://)?(?:[a-z]{1,3}\.)? (?:facebook\.com|fb\.com|fb\.me|instagram\.com|
    instagr\.am|twitter\.com|
        x\.com|tiktok\.com|snapchat\.com|linkedin\.com|youtube\.com|youtu\.be|reddit\.com|t\.me|telegram\.me|wa\.me|
    discord\.gg|
        onlyfans\.com|twitch\.tv|threads\.net|pinterest\.com|vk\.com) / ([^\s<>")\]]{0,200}[^\s<>")\].,;:!?'*]) /?)"};
    static const Pattern signed_handle{R"((?<![\p{L}\p{N}._@/]) (@)" + handle + R"()(?!@|\.\p{L}))"};
    static const Pattern of_service{"\\b" + services + "(?![\\p{L}])" + link + "(@?" + handle +
                                    ")(?![\\p{L}\\p{N}@]|\\.\\p{L})"};
    static const Pattern named{"\\b" + names + "(?![\\p{L}])" + link + "(@?" + handle +
                               ")(?![\\p{L}\\p{N}@]|\\.\\p{L})"};
    // A word that could be any word is a name only where it is said to be.
    static const Pattern said_to_be{
        "\\b" + names + R"((?:\ (?:on|for|there)(?:\ \p{L}{1,12})?)?(?:\ (?:is|was)\ |\ ?[:=]\ ?)["'(]?
        (?!(?:not|un\p{L}+|an?|the|his|her|their|private|public|blocked|hidden|known|to|for|and|or|still|also|already|
           always|now|never|changed|that|this|which|who|from|so|he|she|they|it|we|shown|listed|again)\b))" +
        "(@?" + handle + ")(?![\\p{L}\\p{N}@]|\\.\\p{L})"};
    const auto add = [&](Span place) {
        findings.push_back({PersonalData::online_account, place.start, place.end});
        return true;
    };
    const auto has_service_near = [&](Span place) {
        static const Pattern service{"\\b" + services + "\\b|\\bonline\\b"};
        constexpr std::size_t reach = 48;
        const auto from = place.start > reach ? place.start - reach : 0;
        return service.is_in(whole_characters(plain, from, place.end + reach));
    };
    profile.for_each(
        plain, [&](const auto& match) { return !is_page_of_service(match[1].of(plain)) && add(match[0]); });
    signed_handle.for_each(plain, [&](const auto& match) {
        return (has_digit_or_mark(match[1].of(plain)) || has_service_near(match[1])) &&
               match[1].end - match[1].start > 3 && add(match[1]);
    });
    for (const auto* pattern : {&of_service, &named})
        pattern->for_each(plain, [&](const auto& match) {
            return match[1].end - match[1].start >= 3 &&
                   (plain[match[1].start] == '@' || has_digit_or_mark(match[1].of(plain))) &&
                   !is_digit(plain[match[1].start]) && add(match[1]);
        });
    said_to_be.for_each(
        plain, [&](const auto& match) { return match[1].end - match[1].start >= 3 && add(match[1]); });
}

} // namespace guidepost::privacy
