// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/plugins/building-choices/cases.h"

#include <stdexcept>

namespace guidepost::test {

using namespace building_choices;

void put_scores(Answers& answers, std::string_view row)
{
    std::size_t item = 0;
    for (const char c : row) {
        if (c == '|')
            continue;
        answers.scores.at(item) = c == '-' ? std::optional<int>{} : c - '0';
        ++item;
    }
    if (item != item_count)
        throw std::invalid_argument{"A row has thirteen scores."};
}

Answers all_nought()
{
    Answers answers;
    answers.setting = Setting::community;
    put_scores(answers, "000|00|0000|0000");
    return answers;
}

Answers complete()
{
    auto answers = all_nought();
    answers.sex = Sex::male;
    answers.age = 34;
    answers.ever_sexual_offence = false;
    answers.risk_of_sexual_harm = false;
    answers.arp = 20;
    answers.vrp = 10;
    answers.csrp = 0.5;
    answers.dc_srp = Band::not_applicable;
    answers.iic_srp = Band::not_applicable;
    answers.sara_partner = Level::low;
    answers.sara_others = Level::low;
    answers.innocence = Innocence::accepts;
    answers.learning_subtotal = 0;
    return answers;
}

} // namespace guidepost::test
