// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: an article as a document of the index.
#pragma once

#include "core/guidance/article.h"
#include "core/search/spelling.h"
#include "core/search/terms.h"

#include <memory>

namespace guidepost::search {

/// Makes documents; keep one per thread, its parts are worth reusing.
class DocumentMaker {
public:
    DocumentMaker();
    /// From here on words are also entered in the database's dictionary.
    void note_spelling_in(const Xapian::WritableDatabase& database);

    Xapian::Document make(const guidance::Article& article);

private:
    Xapian::TermGenerator generator_;
    std::unique_ptr<const DictionaryStopper> dictionary_;
};

/// The term that names the article in the index.
std::string id_term(const ArticleId& id);

} // namespace guidepost::search
