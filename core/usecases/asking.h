// SPDX-License-Identifier: GPL-2.0-or-later
// What programme modules bring to a question before it is sent. The rooms of consultations and of modules
// do not know each other; the desk asks the one and hands its words to the other. Everything here waits for
// modules, two seconds each at most: call it off the main thread.
#pragma once

#include "core/consultation/request/attached_verdict.h"
#include "core/consultation/routing/need.h"
#include "core/programme/catalogue.h"
#include "core/programme/module_fields.h"

#include <string>
#include <vector>

namespace guidepost::usecases {

/// What every module that has a say asks of whoever answers. A module that fails says so in its `problem`
/// and keeps nothing from being sent; one without routing is left out.
std::vector<consultation::ModuleAsk> module_asks(programme::Catalogue& catalogue,
                                                 const consultation::Request& request);

/// What one module says of the case now. Throws Error{not_found} and Error{refused} as assess_module does.
consultation::AttachedVerdict verdict_of(programme::Catalogue& catalogue, const std::string& module,
                                         const CaseProfile& profile, Date today);

/// Attaches what these modules say, in place of what they said before; `modules` empty: every module that
/// has something to say. One that fails is attached with its reason. Throws Error{not_found} for a name
/// that no module has.
void attach_verdicts(consultation::Request& request, programme::Catalogue& catalogue,
                     const std::vector<std::string>& modules, Date today);

/// What keeps the answers to modules' questions from being sent: a question that no module asks here, or
/// an answer that it does not take. One sentence each; an answer for a module that could not be asked
/// stays as it is.
std::vector<consultation::Missing> wrong_answers(const consultation::Request& request,
                                                 const std::vector<programme::ModuleFields>& fields);

} // namespace guidepost::usecases
