// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/consultation_views.h"

#include "core/pages/consultation_words.h"
#include "core/pages/pages.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using namespace consultation;
using Which = ConsultationView::Which;

constexpr Timestamp day_us = 24LL * 3600 * 1'000'000;

bool is_over(const Listed& row)
{
    return row.move == Move::nobody || row.status == Status::closed || row.status == Status::withdrawn;
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string rosh_words(std::string level)
{
    return "RoSH " + spaced(std::move(level));
}

} // namespace

std::vector<ConsultationView> views_of(const people::Staff& person)
{
    using people::Role;
    std::vector<ConsultationView> views;
    const bool is_specialist = has_role(person, Role::specialist);
    const bool is_lead = has_role(person, Role::lead);
    if (is_specialist) {
        views.push_back({Which::offered, "offered", N_("Offered"), ListKind::offered});
        views.push_back({Which::mine, "mine", N_("Mine"), ListKind::mine});
    }
    if (is_specialist || is_lead) {
        views.push_back({Which::team, "team", is_lead ? N_("My region") : N_("My team"), ListKind::team});
        views.push_back({Which::unassigned, "unassigned", is_lead ? N_("With the lead") : N_("Unassigned"),
                         ListKind::unassigned});
        views.push_back({Which::waiting, "waiting", N_("Waiting for officer"), ListKind::waiting});
    }
    if (is_specialist)
        views.push_back({Which::answered, "answered", N_("Answered"), ListKind::answered});
    if (has_role(person, Role::officer)) {
        views.push_back({Which::my_move, "my-move", N_("My move"), ListKind::my_requests});
        views.push_back({Which::their_move, "their-move", N_("Being answered"), ListKind::my_requests});
        views.push_back({Which::over, "over", N_("Done"), ListKind::my_requests});
        views.push_back({Which::all_mine, "all-mine", N_("All I asked"), ListKind::my_requests});
    }
    return views;
}

Which place_of(const Thread& thread, const Login& reader)
{
    const bool is_over = thread.status == Status::closed || thread.status == Status::withdrawn;
    if (thread.requester == reader)
        return thread.move == Move::officer             ? Which::my_move
               : is_over || thread.move == Move::nobody ? Which::over
                                                        : Which::their_move;
    if (thread.offer && thread.offer->to == reader)
        return Which::offered;
    if (thread.adviser == reader || thread.answerer() == reader)
        return thread.status == Status::needs_more            ? Which::waiting
               : thread.status == Status::answered || is_over ? Which::answered
                                                              : Which::mine;
    if (thread.second_opinions.contains(reader))
        return Which::mine;
    return thread.status == Status::escalated ? Which::unassigned : Which::team;
}

bool belongs(const Listed& row, Which which)
{
    switch (which) {
    case Which::my_move:
        return row.move == Move::officer;
    case Which::their_move:
        return row.move == Move::specialist || row.move == Move::lead;
    case Which::over:
        return row.move != Move::officer && is_over(row);
    default:
        return true;
    }
}

std::vector<Listed> rows_of(const ConsultationView& view, std::vector<Listed> rows)
{
    std::erase_if(rows, [&](const Listed& row) { return !belongs(row, view.which); });
    return rows;
}

std::string row_due(const Listed& row, Timestamp now)
{
    Thread due; // for its words
    due.due = row.due;
    due.move = row.move;
    due.is_overdue = row.is_overdue;
    return pages::due_words(due, now);
}

std::string box_markup(std::string_view words, std::string_view back, std::string_view text)
{
    constexpr std::string_view hard_space = "\xC2\xA0";
    std::string together;
    for (const char c : escape_markup(words)) {
        if (c == ' ')
            together += hard_space;
        else
            together += c;
    }
    return fmt::format("<span size=\"smaller\" background=\"{}\" foreground=\"{}\">{}{}{}</span>", back, text,
                       hard_space, together, hard_space);
}

std::string row_markup(const Listed& row, const pages::Names& names, const ResultColours& colours,
                       Timestamp now)
{
    const auto title = row.title.empty() ? std::string{"(words removed)"} : row.title;
    auto about = row.ref.value();
    for (const auto& part : {row.region, row.specialism.empty() ? "" : pages::words_of(row.specialism)})
        if (!part.empty())
            about += " \xC2\xB7 " + part;

    const bool presses =
        row.is_overdue || (row.due && row.move != Move::nobody && *row.due - now < day_us / 12);
    const bool is_calm = row.move == Move::nobody || !row.due || *row.due - now > day_us;
    const auto& state_back = presses ? colours.warn_back : is_calm ? colours.fits_back : colours.tag_back;
    const auto& state_text = presses ? colours.warn_text : is_calm ? colours.fits_text : colours.tag_text;
    auto labels = box_markup(capitalised(pages::state_words(row, names)), colours.tag_back, colours.tag_text);
    if (const auto due = row_due(row, now); !due.empty())
        labels += " " + box_markup(capitalised(due), state_back, state_text);
    const auto add = [&](std::string_view words, const std::string& back, const std::string& text) {
        labels += " " + box_markup(words, back, text);
    };
    if (row.has_red_flag)
        add("Red flag", colours.warn_back, colours.warn_text);
    if (row.priority == Priority::urgent)
        add("Urgent", colours.warn_back, colours.warn_text);
    if (!row.rosh.empty())
        add(rosh_words(row.rosh), colours.tag_back, colours.tag_text);
    if (row.has_second_opinion)
        add("Second opinion", colours.tag_back, colours.tag_text);
    if (row.is_restricted)
        add("Restricted", colours.tag_back, colours.tag_text);
    return fmt::format("<b>{}</b>\n<span size=\"smaller\" foreground=\"{}\">{}</span>\n{}",
                       escape_markup(title), colours.quiet, escape_markup(about), labels);
}

} // namespace guidepost::desktop
