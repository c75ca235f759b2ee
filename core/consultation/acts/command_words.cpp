// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/command_words.h"

#include "core/values/case_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

namespace guidepost::consultation {
namespace {

std::vector<CommandText> texts_of(const Request& request)
{
    std::vector<CommandText> texts{{"question", request.question},
                                   {"decision", request.decision},
                                   {"tried", request.tried},
                                   {"not_danger", request.not_danger}};
    if (request.called) {
        texts.push_back({"called.whom", request.called->whom});
        texts.push_back({"called.when", request.called->when});
    }
    return texts;
}

} // namespace

std::vector<CommandText> texts_of(const Command& command)
{
    return std::visit(
        [](const auto& one) {
            using One = std::decay_t<decltype(one)>;
            std::vector<CommandText> texts;
            if constexpr (std::is_same_v<One, Ask>)
                texts = texts_of(one.request);
            else if constexpr (!std::is_same_v<One, MakeDraft>) {
                if constexpr (requires { one.text; })
                    texts.push_back({"text", one.text});
                if constexpr (requires(const One& with) { std::string_view{with.reason}; })
                    texts.push_back({"reason", one.reason});
                if constexpr (requires { one.owner; })
                    texts.push_back({"owner", one.owner});
            }
            return texts;
        },
        command);
}

std::vector<SeenByGuard> seen_by_guard(const Command& command, const privacy::GuardWords& words, Date today)
{
    std::vector<SeenByGuard> seen;
    for (const auto& [field, text] : texts_of(command)) {
        const auto found = privacy::guard(text, words, today);
        for (const auto& identifier : found.identifiers)
            seen.push_back({field, std::string{word_of(identifier.what)},
                            std::string{name_of(identifier.what)}, identifier.start, identifier.end, true});
        for (const auto& name : found.names)
            seen.push_back({field, "name", fmt::format("what may be a name; \"{}\" would do", name.role),
                            name.start, name.end, false});
    }
    if (const auto* const ask = std::get_if<Ask>(&command))
        if (const auto& reference = ask->request.profile.reference; !is_case_reference_of_a_desk(reference))
            seen.push_back({"case.reference", std::string{reference_kind},
                            "a case reference that no desk made; take one such as " + make_case_reference(),
                            0, reference.size(), true});
    return seen;
}

std::vector<std::string> identifier_kinds(const std::vector<SeenByGuard>& seen)
{
    std::vector<std::string> kinds;
    for (const auto& one : seen)
        if (one.is_identifier && std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end())
            kinds.push_back(one.kind);
    return kinds;
}

} // namespace guidepost::consultation
