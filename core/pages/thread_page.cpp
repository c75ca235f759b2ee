// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/thread_page.h"

#include "core/consultation/request/attached_verdict.h"
#include "core/pages/place_links.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::pages {
namespace {

using namespace consultation;

const char* const removed_words = "The words of this entry were removed. That they were is in the record.";

std::string class_of(const Entry& entry, const ThreadPage& page)
{
    if (is_internal(entry.kind))
        return "internal";
    if (entry.kind == Entry::Kind::answer)
        return "answer";
    if (entry.kind == Entry::Kind::more_asked || entry.kind == Entry::Kind::asked_again ||
        entry.kind == Entry::Kind::escalation)
        return "asks";
    return entry.who == page.reader.login ? "own" : "other";
}

Data facts_data(const std::vector<RequestFact>& facts)
{
    Data list{Data::type::list};
    for (const auto& fact : facts) {
        Data item;
        item.set("name", fact.name);
        item.set("value", fact.value);
        list.push_back(item);
    }
    return list;
}

/// What modules said of the case when it was asked.
Data verdicts_data(const Thread& thread)
{
    Data list{Data::type::list};
    for (const auto& verdict : verdicts_of(thread.request)) {
        Data item;
        item.set("source", printable(source_words(verdict)));
        std::vector<std::string> lines;
        for (const auto& line : verdict_lines(verdict))
            lines.push_back(printable(line));
        item.set("lines", list_of(lines));
        list.push_back(item);
    }
    return list;
}

Data actions_data(const Thread& thread)
{
    Data list{Data::type::list};
    for (const auto& action : thread.actions) {
        Data item;
        item.set("number", std::to_string(action.number));
        item.set("text", action.text.empty() ? "(words removed)" : printable(action.text));
        auto detail = printable(action.owner);
        if (action.due)
            detail += (detail.empty() ? "by " : ", by ") + format_date_long(*action.due);
        item.set("detail", shown(detail));
        item.set("state", !action.is_done ? "open" : *action.is_done ? "done" : "not done");
        item.set("class", !action.is_done ? "open" : *action.is_done ? "done" : "not-done");
        list.push_back(item);
    }
    return list;
}

Data entry_data(const Entry& entry, const ThreadPage& page, bool is_last_answer, bool is_newest)
{
    const auto& thread = page.thread;
    Data item;
    item.set("class", class_of(entry, page));
    item.set("anchor", shown(is_newest ? "latest" : ""));
    item.set("who", name_of(page.names, entry.who));
    item.set("what", entry_words(entry, thread));
    item.set("when", moment_words(entry.at, page.reader.now));
    item.set("removed", shown(entry.is_redacted ? removed_words : ""));
    item.set("said", shown(entry.is_redacted ? std::string{} : printable(trimmed(entry.text))));

    const bool is_question = entry.kind == Entry::Kind::question;
    const auto facts = is_question && !entry.is_redacted ? request_facts(thread) : std::vector<RequestFact>{};
    item.set("has_facts", !facts.empty());
    item.set("facts", facts_data(facts));
    const auto verdicts = is_question && !entry.is_redacted ? verdicts_data(thread) : Data{Data::type::list};
    item.set("has_verdicts", !verdicts.is_empty_list());
    item.set("verdicts", verdicts);
    item.set("has_actions", is_last_answer && !thread.actions.empty());
    item.set("actions", is_last_answer ? actions_data(thread) : Data{Data::type::list});

    const auto& cites = is_question ? thread.request.read : entry.cites;
    item.set("has_links", !cites.empty() && !entry.is_redacted);
    item.set("link_words", is_question                         ? "The officer had read:"
                           : entry.kind == Entry::Kind::answer ? "Rests on:"
                                                               : "Names:");
    item.set("despite_guard", shown(despite_guard_words(entry)));
    Data links{Data::type::list};
    for (const auto& cite : cites)
        links.push_back(link_data(place_link(cite, page.titles)));
    item.set("links", links);
    return item;
}

Data entries_data(const ThreadPage& page)
{
    std::vector<const Entry*> seen;
    for (const auto& entry : page.thread.entries)
        if (page.reader.reads_notes || !is_internal(entry.kind))
            seen.push_back(&entry);
    const Entry* last_answer = nullptr;
    for (const auto* const entry : seen)
        if (entry->kind == Entry::Kind::answer)
            last_answer = entry;
    // Actions a lead put before there is an answer stand with the question.
    if (!last_answer && !seen.empty())
        last_answer = seen.front();
    Data list{Data::type::list};
    for (const auto* const entry : seen)
        list.push_back(entry_data(*entry, page, entry == last_answer, entry == seen.back()));
    return list;
}

std::vector<std::string> about(const ThreadPage& page)
{
    const auto& thread = page.thread;
    std::vector<std::string> parts{thread.ref.value(),
                                   fmt::format("sent {} by {}", moment_words(thread.sent_at, page.reader.now),
                                               name_of(page.names, thread.requester)),
                                   printable(thread.region)};
    if (!thread.need.specialism.empty())
        parts.push_back(printable(words_of(thread.need.specialism)));
    std::erase(parts, "");
    return parts;
}

/// What modules asked of whoever answers, where no side panel says it.
std::vector<std::string> asked_by_modules(const ThreadPage& page)
{
    std::vector<std::string> lines;
    for (const auto& [module, words] : page.thread.need.modules)
        lines.push_back(printable(fmt::format("{} {}.", module, words)));
    return lines;
}

std::vector<std::string> history(const ThreadPage& page)
{
    std::vector<std::string> lines;
    for (const auto& event : page.thread.history)
        if (auto line = history_words(event, page.thread, page.names, page.reader); !line.empty())
            lines.push_back(std::move(line));
    return lines;
}

} // namespace

std::vector<RequestFact> request_facts(const Thread& thread)
{
    const auto& request = thread.request;
    std::vector<RequestFact> facts;
    const auto add = [&](const char* name, const std::string& value) {
        if (!trimmed(value).empty())
            facts.push_back({name, printable(value)});
    };
    add("To decide", request.decision);
    if (request.needed_by)
        add("Needed by", format_date_long(*request.needed_by));
    add("Tried so far", request.tried);
    if (request.priority)
        add("Priority", priority_words(*request.priority));
    if (request.responsibility)
        add("Asked for", responsibility_words(*request.responsibility));
    if (request.is_danger)
        add("Danger when asked", *request.is_danger ? "Somebody is in danger now" : "Nobody in danger now");
    if (request.called)
        add("Called before asking", request.called->whom + ", " + request.called->when);
    add("Why what reads as danger is none", request.not_danger);
    for (const auto& [name, value] : request.fields)
        add(module_field_words(name).c_str(), words_of(value));
    return facts;
}

std::string thread_page(const ThreadPage& page, const Look& look)
{
    const auto& thread = page.thread;
    const auto title = title_of(thread.request);
    const auto whole_title = title.empty() ? thread.ref.value() : title;
    Data data;
    data.set("marking", sensitive_marking);
    data.set("title", title_to_show(whole_title));
    data.set("about", list_of(about(page)));
    data.set("routed", shown(routing_words(thread, page.names, page.reader)));
    data.set("move", move_words(thread, page.names, page.reader));
    data.set("holder", shown(holder_words(thread, page.reader)));
    data.set("restricted", shown(thread.is_restricted ? "Only named people see this consultation." : ""));
    data.set("entries", entries_data(page));
    const auto chips = page.shows_case ? case_chips(thread.request.profile) : std::vector<std::string>{};
    data.set("has_case", !chips.empty());
    data.set("case", list_of(chips));
    const auto asks = page.shows_case ? asked_by_modules(page) : std::vector<std::string>{};
    data.set("has_asks", !asks.empty());
    data.set("asks", list_of(asks));
    const auto lines = page.shows_case ? history(page) : std::vector<std::string>{};
    data.set("has_history", !lines.empty());
    data.set("history", list_of(lines));
    return whole_page(whole_title, templates::thread, data, look);
}

} // namespace guidepost::pages
