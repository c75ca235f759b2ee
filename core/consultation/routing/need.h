// SPDX-License-Identifier: GPL-2.0-or-later
// What a request needs of whoever answers it, by rules that leads keep in content/needs.yaml.
#pragma once

#include "core/consultation/request/request.h"
#include "core/consultation/routing/routing.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// One rule: it counts when each condition that is not empty holds one of its words.
struct NeedRule {
    std::set<std::string> specialisms = {};
    std::set<std::string> offences = {};
    std::set<std::string> rosh = {}; ///< the highest level to anybody
    std::set<std::string> flags = {};
    std::set<std::string> responsibilities = {};
    people::Level level = people::Level::developing;
    int band = 0;
    std::string qualification = {}; ///< will do instead of the band
};

/// In the order of the file. Throws Error{format} with the line.
std::vector<NeedRule> parse_needs(std::string_view yaml);

/// What one programme module asks of whoever answers, as it was asked before a request is sent. The room of
/// modules is not known here: whoever may ask them hands this in.
struct ModuleAsk {
    struct Specialism {
        std::string specialism = {};
        std::string why = {};
    };
    std::string module = {}; ///< its name, for people
    std::vector<Specialism> specialisms = {};
    std::optional<people::Level> level = {};
    int band = 0;                   ///< at least; 0: any
    std::string qualification = {}; ///< that everybody must hold; "": none
    std::string problem = {};       ///< why it could not be asked; it then asks for nothing
};

/// The floors of all rules that count, the highest of each: a rule raises and never lowers. What is
/// not known of a case raises nothing by itself. With no rule at all the level is qualified.
///
/// Modules come after the rules and can raise, too, never lower. A module's floors count where it has a say:
/// when it names the field that is asked. It never chooses the field, which is the person's or the case's;
/// what other fields it would ask is said in Need::modules, and so is that it could not be asked.
Need need_of(const Request& request, const std::vector<NeedRule>& rules,
             const std::vector<ModuleAsk>& modules = {});

} // namespace guidepost::consultation
