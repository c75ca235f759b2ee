// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/verifiers.h"

#include "core/consultation/thread/record.h"
#include "core/guidance/library.h"
#include "core/people/register.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <algorithm>

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

Rebuilt rebuild_store(const std::filesystem::path& profile, const consultation::Rules& rules)
{
    Rebuilt rebuilt;
    rebuilt.mended = verify_store(profile, rules).damages;
    const auto connection = store::open_store(profile);
    if (!store::verify_chains(*connection).damages.empty())
        throw Error{Errc::storage,
                    "The events themselves are not whole, so the tables cannot be made anew from "
                    "them. Bring a backup back: guidepostctl store restore. Nothing was changed."};
    {
        store::Transaction transaction{*connection};
        guidance::rebuild(*connection);
        people::rebuild(*connection);
        transaction.commit();
    }
    consultation::rebuild_derived(*connection, rules);
    rebuilt.left = verify_store(profile, rules).damages;
    std::erase_if(rebuilt.mended, [&](const auto& damage) {
        return std::any_of(rebuilt.left.begin(), rebuilt.left.end(), [&](const auto& left) {
            return left.chain == damage.chain && left.event == damage.event;
        });
    });
    return rebuilt;
}

} // namespace guidepost::desk
