// SPDX-License-Identifier: GPL-2.0-or-later
// Contacts and training as files.
#include "core/people/competence_register.h"
#include "core/people/file_values.h"
#include "core/people/staff_checks.h"
#include "core/people/staff_file.h"
#include "core/values/region.h"

namespace guidepost::people {
namespace {

Exception exception_of(const YamlNode& node)
{
    Exception exception;
    for (const auto& [key, value] : node.members) {
        if (key != "by" && key != "reason")
            bad(value, "exception", "has by and reason");
        if (key == "by")
            exception.by = Login{text_of(value, key)};
        else
            exception.reason = text_of(value, key);
    }
    return exception;
}

Competence training_line(const YamlNode& entry, std::optional<Date> today)
{
    Competence line;
    for (const auto& [key, node] : entry.members) {
        if (key == "login")
            line.of = Login{text_of(node, key)};
        else if (key == "training")
            line.training = text_of(node, key);
        else if (key == "signed_off_by")
            line.signed_off_by = Login{text_of(node, key)};
        else if (key == "evidence")
            line.evidence = text_of(node, key);
        else if (key == "date")
            line.date = date_of_text(node, text_of(node, key), key, today);
        else if (key == "expires")
            line.expires = date_of_text(node, text_of(node, key), key, today);
        else if (key == "exception")
            line.exception = exception_of(node);
        else if (key != "step")
            bad(node, shown_in_error(key), "is not a key of this file");
    }
    const auto* said = entry.find("step");
    const auto step = said ? parse_step(text_of(*said, "step")) : std::nullopt;
    if (!step)
        bad(said ? *said : entry, "step", "is trained, observe, co-deliver, deliver-observed or deliver");
    line.rung = *step;
    return line;
}

} // namespace

TrainingFile read_training_yaml(std::string_view text, std::optional<Date> today)
{
    const auto root = read_list_file(text, "a list of training");
    TrainingFile file;
    for (const auto& entry : list_under(root, "training").items) {
        try {
            auto line = training_line(entry, today);
            if (const auto faults = faults_of(line); !faults.empty())
                bad(entry, "", sentence_of(faults));
            file.lines.push_back(std::move(line));
        } catch (const BadValue& found) {
            file.problems.push_back({found.line, found.key, found.what});
        }
    }
    return file;
}

ContactsFile read_contacts_yaml(std::string_view text)
{
    const auto root = read_list_file(text, "a list of contacts");
    ContactsFile file;
    for (const auto& entry : list_under(root, "contacts").items) {
        try {
            Contact contact;
            for (const auto& [key, node] : entry.members) {
                auto* into = key == "region"  ? &contact.region
                             : key == "pdu"   ? &contact.pdu
                             : key == "whom"  ? &contact.whom
                             : key == "phone" ? &contact.phone
                             : key == "when"  ? &contact.when
                             : key == "note"  ? &contact.note
                                              : nullptr;
                if (!into)
                    bad(node, shown_in_error(key), "is not a key of this file");
                *into = text_of(node, key);
            }
            if (const auto region = find_region(contact.region))
                contact.region = region->name;
            if (const auto faults = faults_of(contact); !faults.empty())
                bad(entry, "", sentence_of(faults));
            file.contacts.push_back(std::move(contact));
        } catch (const BadValue& found) {
            file.problems.push_back({found.line, found.key, found.what});
        }
    }
    return file;
}

} // namespace guidepost::people
