// SPDX-License-Identifier: GPL-2.0-or-later
// What suits a case, a branching path, what became of older programmes, and a module with its articles:
// values that pages and texts are made of.
#pragma once

#include "core/desk/desk.h"
#include "core/pages/programme_pages.h"
#include "core/values/case_profile.h"

#include <string>
#include <vector>

namespace guidepost::usecases {

/// What the modules named say of a case, or all of them where none is named. Waits for each, two seconds at
/// most. Throws as programme::assess_module does.
pages::SuitabilityPage read_suitability(const desk::Desk& desk, store::Connection& connection,
                                        const CaseProfile& profile,
                                        const std::vector<std::string>& modules = {});

/// `step` empty: the whole path. Throws Error{not_found} for a module, a path or a step that is not there,
/// naming what there is, Error{refused} for a module that cannot be read.
pages::PathPage read_path(const desk::Desk& desk, store::Connection& connection, const std::string& module,
                          const std::string& path, const std::string& step);

/// Of every module that can be read: all that it says, or what these words name.
pages::TransitionPage read_transitions(const desk::Desk& desk, store::Connection& connection,
                                       const std::string& words = {});

/// A module and the articles it brings. Throws Error{not_found}.
pages::ModulePage read_module(const desk::Desk& desk, store::Connection& connection,
                              const std::string& module);

} // namespace guidepost::usecases
