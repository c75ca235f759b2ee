// SPDX-License-Identifier: GPL-2.0-or-later
// What somebody may see of all consultations: lists, counts, finding and reading, each under the
// reader's rights and within the SQL itself, so that what may not be seen is never fetched. A thread that
// may not be read and one that is not there are the same answer, by the same steps.
#pragma once

#include "core/consultation/rules.h"
#include "core/consultation/thread/reader.h"
#include "core/consultation/thread/thread.h"
#include "core/store/connection.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

enum class ListKind {
    my_requests, ///< asked by the reader, newest first
    offered,     ///< to the reader, to be accepted or declined
    mine,        ///< held by the reader, or a second opinion that was asked for
    team,        ///< open ones of the reader's field and region, or of a lead's region
    unassigned,  ///< of these, what stands with the lead
    waiting,     ///< held by the reader, or in a lead's region, with the move on the officer
    answered,    ///< answered or closed ones the reader advised on
};
std::string_view word_of(ListKind kind); ///< "my-requests"
std::optional<ListKind> parse_list(std::string_view word);
const std::vector<ListKind>& all_lists();

/// A line of a list. Status, move and due as of the moment asked about, lapses included.
struct Listed {
    ConsultationRef ref = {};
    std::string title = {}; ///< "" when the question was removed
    Login requester = {};
    std::string region = {};
    std::string specialism = {};
    Priority priority = Priority::routine;
    Status status = Status::offered;
    Move move = Move::nobody;
    std::optional<Timestamp> due = {};
    bool is_overdue = false;
    Login adviser = {};
    Login cover = {}; ///< of the adviser, who is away
    Login offered_to = {};
    bool is_restricted = false;
    bool has_red_flag = false;
    bool has_second_opinion = false;
    std::string rosh = {}; ///< the highest level; "" unknown
    Timestamp sent = 0;
    Timestamp updated = 0;
};

/// Reading. Borrows both for as long as this lives; one thread.
class Board {
public:
    Board(store::Connection& connection, const Rules& rules) : connection_{connection}, rules_{rules} {}

    /// Most urgent first; my_requests and answered newest first.
    std::vector<Listed> list(ListKind kind, const Reader& reader, Timestamp now, std::size_t limit = 200,
                             std::size_t offset = 0);
    std::size_t count(ListKind kind, const Reader& reader, Timestamp now);

    /// How many wait for the reader: offers, answers to give, more to tell, choices to make, what stands
    /// with a lead. For a badge.
    std::size_t count_for_me(const Reader& reader, Timestamp now);

    /// Threads in which all the words stand, newest first; a reference finds its thread. Case does not
    /// matter. Notes are looked through for those who read notes.
    std::vector<Listed> find(std::string_view words, const Reader& reader, Timestamp now,
                             std::size_t limit = 50);

    /// As for_reader gives it. None when it is not there or not for this reader.
    std::optional<Thread> read(const ConsultationRef& ref, const Reader& reader, Timestamp now);

    /// Whether lists and reading may come to it at all. The table of rights has the last word (read).
    bool reaches(const ConsultationRef& ref, const Reader& reader, Timestamp now);

    /// Whole, with everything: for commands and exports that were let in by `read`'s rule.
    std::optional<Thread> read_whole(const ConsultationRef& ref, const Reader& reader, Timestamp now);

private:
    store::Connection& connection_;
    const Rules& rules_;
};

/// The one answer for what is not there and what is not for this reader.
std::string not_found_sentence(const ConsultationRef& ref);

} // namespace guidepost::consultation
