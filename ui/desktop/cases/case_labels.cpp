// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/cases/case_labels.h"

#include "core/pages/pages.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace guidepost::desktop {
namespace {

struct Label {
    std::string_view key;
    const char* words;
};

constexpr std::array labels{
    Label{"need_score", "Need score of older programmes"},
    Label{"reference", "Reference"},
    Label{"setting", "Setting"},
    Label{"sex", "Sex"},
    Label{"age", "Age"},
    Label{"region", "Region"},
    Label{"offence", "Offence"},
    Label{"rosh.public", "Public"},
    Label{"rosh.children", "Children"},
    Label{"rosh.known_adult", "Known adult"},
    Label{"rosh.staff", "Staff"},
    Label{"predictor", "Family of predictors"},
    Label{"arp", "ARP, any reoffending (%)"},
    Label{"vrp", "VRP, violence (%)"},
    Label{"csrp", "CSRP, serious (%)"},
    Label{"dc_srp", "DC-SRP, contact sexual"},
    Label{"iic_srp", "IIC-SRP, images and indirect"},
    Label{"sara.partner", "SARA: risk to partner"},
    Label{"sara.others", "SARA: risk to others"},
    Label{"oasys.1.30", "1.30 Ever a sexual offence"},
    Label{"oasys.6.11", "6.11 Risk of sexual harm"},
    Label{"oasys.11.11", "11.11 Sexual preoccupation"},
    Label{"oasys.11.12", "11.12 Offence-related interests"},
    Label{"oasys.6.12", "6.12 Congruence with children"},
    Label{"oasys.12.1", "12.1 Pro-criminal attitudes"},
    Label{"oasys.12.9", "12.9 Hostile orientation"},
    Label{"oasys.6.1", "6.1 Close family now"},
    Label{"oasys.6.6", "6.6 Close relationships before"},
    Label{"oasys.7.3", "7.3 Easily influenced"},
    Label{"oasys.11.3", "11.3 Aggressive, controlling"},
    Label{"oasys.11.2", "11.2 Impulsivity"},
    Label{"oasys.11.4", "11.4 Temper control"},
    Label{"oasys.11.6", "11.6 Problem solving"},
    Label{"oasys.10.1", "10.1 Difficulties coping"},
    Label{"innocence", "What they say of the offence"},
    Label{"learning.subtotal", "Learning screening, subtotal"},
    Label{"sentence.type", "Kind of sentence"},
    Label{"sentence.months_left", "Months left"},
    Label{"flags", "What else holds"},
};

struct SectionRow {
    const char* title;
    const char* hint;
    std::array<std::string_view, 6> members; ///< keys, or groups before the point
};

constexpr std::array sections{
    SectionRow{"The case",
               "The desk makes the reference. No name, number or date of birth.",
               {"reference", "setting", "sex", "age", "region"}},
    SectionRow{"Offence", "", {"offence"}},
    SectionRow{"Risk of serious harm", "To whom, and how high.", {"rosh"}},
    SectionRow{"Predictors", "", {"predictor", "arp", "vrp", "csrp", "dc_srp", "iic_srp"}},
    SectionRow{"Domestic abuse", "", {"sara"}},
    SectionRow{"Stance and learning", "", {"innocence", "learning"}},
    SectionRow{"Sentence", "", {"sentence", "flags"}},
    SectionRow{"OASys items", "0 none, 1 some, 2 significant problems.", {"oasys", "need_score"}},
};

/// "very-high" reads better without its hyphen; some words are short forms.
constexpr std::array special_words{
    Label{"ogrs4", "OGRS4: ARP, VRP, SRP"},
    Label{"ogrs3", "OGRS3: OGRS, OVP, OSP"},
    Label{"mappa-1", "MAPPA level 1"},
    Label{"mappa-2", "MAPPA level 2"},
    Label{"mappa-3", "MAPPA level 3"},
    Label{"shpo", "SHPO"},
    Label{"opd", "OPD"},
    Label{"ipp-licence", "IPP licence"},
    Label{"appeal", "Appeal pending"},
    Label{"maintains", "Maintains innocence"},
    Label{"accepts", "Accepts the offence"},
    Label{"registered", "On the register"},
};

const char* find_label(std::span<const Label> among, std::string_view key)
{
    const auto found =
        std::find_if(among.begin(), among.end(), [&](const Label& label) { return label.key == key; });
    return found == among.end() ? nullptr : found->words;
}

} // namespace

std::vector<CaseSection> case_sections()
{
    std::vector<CaseSection> result;
    std::set<std::string> placed;
    const auto belongs = [](const SectionRow& row, const CaseKey& key) {
        return std::any_of(row.members.begin(), row.members.end(), [&](std::string_view member) {
            return !member.empty() && (member == key.name || member == key.group());
        });
    };
    for (const auto& row : sections) {
        CaseSection section{row.title, row.hint, {}};
        for (const auto& key : case_keys())
            if (belongs(row, key))
                if (placed.insert(key.name).second)
                    section.keys.push_back(&key);
        result.push_back(std::move(section));
    }
    CaseSection other{"Other", "", {}};
    for (const auto& key : case_keys())
        if (placed.insert(key.name).second)
            other.keys.push_back(&key);
    if (!other.keys.empty())
        result.push_back(std::move(other));
    return result;
}

std::string case_label(const CaseKey& key)
{
    const auto* const words = find_label(labels, key.name);
    return words ? words : pages::words_of(key.name);
}

std::string case_word_label(const CaseKey& key, const std::string& word)
{
    if (const auto* const words = find_label(special_words, word))
        return words;
    const bool is_as_written = key.name == "region" || key.name == "reference";
    return is_as_written ? word : pages::words_of(word);
}

} // namespace guidepost::desktop
