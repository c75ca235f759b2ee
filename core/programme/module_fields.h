// SPDX-License-Identifier: GPL-2.0-or-later
// The questions modules add to a case and to a consultation. An answer is kept as "module.key" -> word, so
// that two modules may use the same key; each module is only ever given its own.
#pragma once

#include "core/programme/catalogue.h"
#include "core/programme/exchange/answers.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// The fields of one module.
struct ModuleFields {
    std::string module = {}; ///< its id
    std::string name = {};
    std::vector<FormField> fields = {};
    std::string problem = {}; ///< why it could not be asked; "" when it was
};

/// Every module that has fields, or should have been asked for them and could not be, by name. All of them,
/// whatever they say of a case: an answer may be what turns "not eligible" round. Waits for modules: call it
/// off the main thread.
std::vector<ModuleFields> fields_of_modules(Catalogue& catalogue);

/// "building-blocks.found-before": how the answer to a module's field is kept.
std::string field_name(std::string_view module, std::string_view key);

bool is_asked_in_case(const FormField& field);
bool is_asked_in_consultation(const FormField& field);

/// "" or, as a sentence, what the field takes: "Weeks left takes a number from 0 to 52."
std::string wrong_answer(const FormField& field, std::string_view answer);

/// An answer in words for people: "Yes", the label of a choice, the number itself.
std::string answer_words(const FormField& field, const std::string& answer);

struct NamedField {
    std::string name = {}; ///< "module.key"
    const FormField* field = nullptr;
};

/// By its whole name, or by its key alone where one module uses it. Borrows from `all`. Throws
/// Error{usage} that names what there is.
NamedField find_field(const std::vector<ModuleFields>& all, std::string_view typed);

} // namespace guidepost::programme
