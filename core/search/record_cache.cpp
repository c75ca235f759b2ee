// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/record_cache.h"

namespace guidepost::search {
namespace {

/// Some hundred articles of guidance.
constexpr std::size_t most_bytes = 4 * 1024 * 1024;

} // namespace

ShownRecord& RecordCache::get(const Xapian::Database& database, Xapian::docid document)
{
    if (const auto known = shown_.find(document); known != shown_.end())
        return known->second;
    const auto from = database.get_document(document, Xapian::DOC_ASSUME_VALID);
    const auto bytes = from.get_data();
    ShownRecord shown;
    shown.record = read_record(bytes);
    shown.facets = split_facets(from.get_value(slot_facets));
    if (bytes_ + bytes.size() > most_bytes)
        forget();
    bytes_ += bytes.size();
    return shown_.emplace(document, std::move(shown)).first->second;
}

void RecordCache::forget()
{
    shown_.clear();
    bytes_ = 0;
}

} // namespace guidepost::search
