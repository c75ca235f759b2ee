// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of the Consultations page: which ones a person has, what a row shows.
#pragma once

#include "core/consultation/thread/board.h"
#include "core/pages/consultation_words.h"
#include "ui/desktop/widgets/result_markup.h"

#include <string>
#include <vector>

namespace guidepost::desktop {

/// One list. An officer's requests are one list of the board and are told apart by whose move it is.
struct ConsultationView {
    enum class Which {
        all_mine,
        my_move,
        their_move,
        over,
        offered,
        mine,
        team,
        unassigned,
        waiting,
        answered
    };

    Which which;
    std::string_view word; ///< kept as a setting: "my-move"
    const char* label;     ///< English, translated where it is shown
    consultation::ListKind list;
};

/// Those a person uses, in the order in which they stand; empty for somebody without consultations.
std::vector<ConsultationView> views_of(const people::Staff& person);

/// The list in which somebody looks for a thread, once something was done in it.
ConsultationView::Which place_of(const consultation::Thread& thread, const Login& reader);

bool belongs(const consultation::Listed& row, ConsultationView::Which which);

/// Rows of a list of the board that belong to the view.
std::vector<consultation::Listed> rows_of(const ConsultationView& view,
                                          std::vector<consultation::Listed> rows);

/// Title; reference, region and field; what is due and what matters as small labels. A screen reader
/// reads the same.
std::string row_markup(const consultation::Listed& row, const pages::Names& names,
                       const ResultColours& colours, Timestamp now);

/// "due today 16:00", "overdue since ...": the second label of a row; "" when nothing is due.
std::string row_due(const consultation::Listed& row, Timestamp now);

/// In markup, a label in a small coloured box that never breaks across lines.
std::string box_markup(std::string_view words, std::string_view back, std::string_view text);

} // namespace guidepost::desktop
