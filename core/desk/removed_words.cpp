// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/removed_words.h"

#include "core/consultation/thread/thread.h"
#include "core/store/event_chain.h"

namespace guidepost::desk {

std::size_t forget_removed_words(journal::Journal& journal, store::Connection& connection)
{
    std::size_t removed = 0;
    for (const auto& drafted : journal.drafted()) {
        const auto last = store::one_integer(
            connection, "select max(at) from event where chain = $1 and kind = $2 and at >= $3",
            {consultation::chain_of(ConsultationRef{drafted.about}), std::string{store::redacted_kind},
             drafted.oldest});
        if (last)
            removed += journal.remove_drafts_about(drafted.about, *last);
    }
    return removed;
}

} // namespace guidepost::desk
