// SPDX-License-Identifier: GPL-2.0-or-later
// Who may deliver, as the pages say it: English, as everything on them.
#pragma once

#include "core/desk/delivery.h"
#include "core/pages/programme_pages.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

using StaffNames = std::map<Login, std::string>;
StaffNames staff_names(const std::vector<people::Staff>& everybody);

/// The register's sentence with the name of the training as words.
std::string missing_words(const std::string& sentence);

/// For whom a sheet is printed, and by whose exception. Empty when nothing is asked for, or too little is
/// met.
std::vector<std::string> delivery_lines(const desk::Delivery& delivery, const people::Staff& deliverer,
                                        const StaffNames& names);

/// On a sheet that is only looked at: what will keep it from being printed. Empty when nothing does.
std::vector<std::string> blocked_lines(const desk::Delivery& delivery,
                                       const std::optional<people::Staff>& deliverer);

/// `is_known`: somebody is signed in, whose standing is told.
pages::DeliveryPage::Row delivery_row(const desk::Asked& asked, const std::optional<programme::Plan>& plan,
                                      const std::string& option_name, bool is_known, const StaffNames& names);

/// With the reason of an exception for those who may read it: the person and who edits the record.
pages::DeliveryPage::Person delivery_person(const desk::Deliverer& one, const people::Staff& by,
                                            const StaffNames& names);

} // namespace guidepost::desktop
