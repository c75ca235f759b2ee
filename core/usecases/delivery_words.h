// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver, as pages and the terminal say it: English, as everything on them.
#pragma once

#include "core/pages/programme_pages.h"
#include "core/search/vocabulary.h"
#include "core/usecases/delivery.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

/// What people and trainings are called where they are told of.
struct DeliveryNames {
    std::map<Login, std::string> staff = {}; ///< display names; others show as logins
    std::shared_ptr<const search::Vocabulary> vocabulary =
        nullptr; ///< how trainings are written; may be null
};
DeliveryNames delivery_names(const std::vector<people::Staff>& everybody,
                             std::shared_ptr<const search::Vocabulary> vocabulary);

/// The name of the training, and what of it: "Groups: deliver is not signed off."
std::string missing_sentence(const people::MissingStep& missing, const DeliveryNames& names);
std::vector<std::string> missing_sentences(const std::vector<people::MissingStep>& missing,
                                           const DeliveryNames& names);

/// For whom a sheet is printed, and by whose exception. Empty when nothing is asked for, or too little is
/// met.
std::vector<std::string> delivery_lines(const Delivery& delivery, const people::Staff& deliverer,
                                        const DeliveryNames& names);

/// On a sheet that is only looked at: what will keep it from being printed. Empty when nothing does.
std::vector<std::string> blocked_lines(const Delivery& delivery,
                                       const std::optional<people::Staff>& deliverer,
                                       const DeliveryNames& names);

/// `is_known`: somebody is signed in, whose standing is told.
pages::DeliveryPage::Row delivery_row(const Asked& asked, const std::optional<programme::Plan>& plan,
                                      const std::string& option_name, bool is_known,
                                      const DeliveryNames& names);

/// With the reason of an exception for those who may read it: the person and who edits the record.
pages::DeliveryPage::Person delivery_person(const Deliverer& one, const people::Staff& by,
                                            const DeliveryNames& names);

} // namespace guidepost::usecases
