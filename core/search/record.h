// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: what the index keeps of an article, so that a result can be shown
// without asking the store.
//
// Form: a checksum of eight bytes, then fields in the order of the struct. Numbers are LEB128; a
// text is its length and its bytes; a list is its length and its items. JSON was tried on paper and
// lost: twenty results are read on every key pressed.
#pragma once

#include "core/guidance/article.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::search {

struct RecordSection {
    std::string heading = {};
    std::string anchor = {};
    std::uint64_t first = 0;     ///< term positions: where the heading starts,
    std::uint64_t text_from = 0; ///< where its text starts; the next section's `first` ends it
    std::string text = {};
};

struct Record {
    std::string id = {};
    std::string title = {};
    std::string summary = {};
    std::string source = {};
    std::string state = {};
    std::string owner = {};
    std::string kind = {};
    std::string review_by = {}; ///< YYYY-MM-DD or ""
    std::string path = {};      ///< within its source
    std::vector<RecordSection> sections = {};
};

std::string write_record(const Record& record);

/// Throws Error{search} when the bytes are not what was written.
Record read_record(std::string_view bytes);

} // namespace guidepost::search
