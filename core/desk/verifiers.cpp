// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/verifiers.h"

#include "core/consultation/thread/record.h"
#include "core/guidance/library.h"
#include "core/people/register.h"
#include "core/store/store.h"

#include <fmt/format.h>

namespace guidepost::desk {

std::vector<store::Verifier> verifiers(const consultation::Rules& rules)
{
    return {[](auto& copy, auto& findings) { guidance::verify(copy, findings); },
            [](auto& copy, auto& findings) { people::verify(copy, findings); },
            [&rules](auto& copy, auto& findings) {
                consultation::verify(copy, rules, findings);
            }};
}

store::Verification verify_store(const std::filesystem::path& profile, const consultation::Rules& rules)
{
    const auto file = store::embedded_store_file(profile);
    if (!std::filesystem::exists(file))
        throw Error{Errc::not_found, fmt::format("There is no store in {} yet.", profile.string())};
    return store::verify(*store::copy_to_memory(file), verifiers(rules));
}

} // namespace guidepost::desk
