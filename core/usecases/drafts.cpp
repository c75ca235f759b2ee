// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/drafts.h"

#include "core/people/rights.h"
#include "core/text/error.h"

namespace guidepost::usecases {
namespace {

void need(const people::Staff& who, people::Action action, const char* else_said)
{
    if (!people::may(who.roles, action, people::Relation::none))
        throw Error{Errc::refused, else_said};
}

void need_to_read(const people::Staff& who)
{
    need(who, people::Action::read_drafts,
         "Drafts are for those who write or answer for guidance: trainers, specialists and leads.");
}

} // namespace

std::vector<guidance::Draft> list_drafts(store::Connection& connection, const people::Staff& reader)
{
    need_to_read(reader);
    return guidance::list_drafts(connection, reader.login);
}

std::optional<guidance::Draft> find_draft(store::Connection& connection, const std::string& id,
                                          const people::Staff& reader)
{
    need_to_read(reader);
    return guidance::find_draft(connection, id, reader.login);
}

void free_draft(store::Connection& connection, const std::string& id, const people::Staff& by)
{
    need_to_read(by);
    guidance::free_draft(connection, id, by.login);
}

void remove_draft(store::Connection& connection, const std::string& id, const people::Staff& by)
{
    need_to_read(by);
    need(by, people::Action::remove_drafts, "Drafts are taken away by trainers and leads.");
    guidance::remove_draft(connection, id, by.login);
}

} // namespace guidepost::usecases
