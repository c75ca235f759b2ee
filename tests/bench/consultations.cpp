// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/consultations.h"

#include "core/consultation/acts/clerk.h"
#include "core/consultation/acts/commands.h"
#include "core/consultation/thread/board.h"
#include "core/consultation/thread/record.h"
#include "core/desk/desk.h"
#include "core/store/store.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/values/region.h"
#include "tests/bench/timings.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace guidepost::bench {
namespace {

using namespace consultation;
using people::Role;

constexpr int officers_a_region = 40, specialists_a_region = 10;
constexpr Timestamp minute_us = 60'000'000, day_us = 24 * 60 * minute_us;
constexpr int days_back = 3 * 365;
constexpr const char* fields[] = {"sexual-offending", "domestic-abuse", "general-offending"};

std::vector<people::Staff> make_staff()
{
    std::vector<people::Staff> everybody;
    for (const auto& region : regions()) {
        const auto add = [&](const std::string& login, Role role) -> people::Staff& {
            people::Staff person;
            person.login = Login{fmt::format("{}-{}", login, region.code)};
            person.display_name = person.login.value();
            person.roles = {role};
            person.band = 4;
            person.qualifications = {"pqip"};
            person.region = region.name;
            person.weekly_minutes = 300;
            return everybody.emplace_back(std::move(person));
        };
        for (int i = 0; i < officers_a_region; ++i)
            add(fmt::format("officer-{}", i), Role::officer);
        for (int i = 0; i < specialists_a_region; ++i)
            add(fmt::format("specialist-{}", i), Role::specialist).skills = {
                {fields[i % 3], people::Level::senior, "", {}}};
        add("lead", Role::lead);
    }
    return everybody;
}

class Words {
public:
    explicit Words(std::mt19937& random) : random_{random} {}
    std::string some(int count)
    {
        static const std::vector<std::string> words{
            "group",       "session", "partner", "children", "licence", "police",      "breach",
            "appointment", "contact", "phone",   "work",     "family",  "facilitator", "denial",
            "drinking",    "house",   "curfew",  "recall",   "school",  "visit",       "manager",
            "assessment",  "order",   "device",  "online",   "risk",    "plan"};
        std::string text;
        for (int i = 0; i < count; ++i)
            text += words[random_() % words.size()] + fmt::format("{} ", random_() % 10 == 0 ? "ing" : "");
        return text;
    }

private:
    std::mt19937& random_;
};

Request make_request(std::mt19937& random)
{
    Words words{random};
    Request request;
    request.question = words.some(30) + "?";
    request.decision = words.some(8);
    request.tried = words.some(20);
    request.needed_by = date_of(system_now() + 30 * day_us);
    request.priority = static_cast<Priority>(random() % 3);
    request.is_danger = false;
    request.responsibility = Responsibility::advice;
    request.specialism = fields[random() % 3];
    request.called = Called{"the duty manager", "16:20 today"}; // words by chance may sound like danger
    request.profile.rosh["public"] = random() % 2 == 0 ? "medium" : "low";
    return request;
}

/// The course of one consultation, as commands would have written it.
void write_one(store::Connection& connection, const Rules& rules, const std::vector<people::Staff>& everybody,
               std::mt19937& random, Timestamp now)
{
    const auto per_region = static_cast<std::size_t>(officers_a_region + specialists_a_region + 1);
    const auto region = random() % regions().size();
    const auto& officer = everybody[region * per_region + random() % officers_a_region];
    const auto field = random() % 3;
    const auto nth = field + 3 * (random() % 3);
    const auto& specialist = everybody[region * per_region + officers_a_region + nth];
    auto request = make_request(random);
    request.specialism = fields[field];
    // Most are old and over; a few hundred a region are under way.
    const bool is_open = random() % 25 == 0;
    auto at =
        now - static_cast<Timestamp>(is_open ? random() % (5 * 24 * 60) : random() % (days_back * 24 * 60)) *
                  minute_us;
    const auto ref = make_ref();
    Record record{connection, rules, ref};
    if (!record.is_new())
        return;
    Words words{random};
    Details d;
    d.request = std::move(request);
    d.region = officer.region;
    d.need.specialism = fields[field];
    record.append(Happening::sent, officer.login, d, at);
    Details offer;
    offer.to = specialist.login;
    offer.until = rules.time.add(at, 480);
    offer.reasons = {"same region", "most free time"};
    record.append(Happening::offered, officer.login, offer, at);
    const auto step = [&](Happening kind, const Login& who, int count) {
        Details said;
        said.text = words.some(count);
        said.choice = AdviceChoice::agree;
        said.minutes = 20;
        record.append(kind, who, said, at += 30 * minute_us);
    };
    const auto how_far = is_open ? random() % 4 : 4;
    if (how_far > 0)
        step(Happening::accepted, specialist.login, 0);
    if (how_far > 1)
        step(Happening::note, specialist.login, 20);
    if (how_far == 2)
        step(Happening::more_asked, specialist.login, 15);
    if (how_far > 2) {
        step(Happening::answered, specialist.login, 120);
        step(Happening::minutes, specialist.login, 0);
    }
    if (how_far > 3) {
        step(Happening::advice_chosen, officer.login, 10);
        step(Happening::closed, officer.login, 0);
        if (random() % 2 == 0)
            step(Happening::outcome, officer.login, 12);
    }
    record.finish(now);
}

Rules shipped_rules(const std::filesystem::path& profile)
{
    return read_rules(desk::find_places(profile).content);
}

template <class Ask>
void time_each(const std::string& what, int times, Ask&& ask)
{
    Timings timings;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        const std::size_t count = ask();
        timings.add(Clock::now() - start, count, what);
    }
    fmt::print(stderr, "{}: {}\n", what, timings.summary());
}

} // namespace

void make_consultations(const std::filesystem::path& profile, int count)
{
    constexpr int a_transaction = 500;
    const auto connection = store::open_store(profile);
    if (store::one_integer(*connection, "select 1 from consultation limit 1"))
        return;
    const auto rules = shipped_rules(profile);
    const auto everybody = make_staff();
    const auto now = system_now();
    std::mt19937 random{3};
    for (int made = 0; made < count;) {
        store::Transaction transaction{*connection};
        for (const int end = std::min(count, made + a_transaction); made < end; ++made)
            write_one(*connection, rules, everybody, random, now);
        transaction.commit();
    }
}

void time_consultations(const std::filesystem::path& profile)
{
    const auto connection = store::open_store(profile);
    const auto rules = shipped_rules(profile);
    const auto everybody = make_staff();
    std::mt19937 random{5};
    Board board{*connection, rules};
    const auto now = system_now();
    const auto today = to_london(now).day;
    const auto anybody = [&](Role role) {
        for (;;)
            if (const auto& person = everybody[random() % everybody.size()]; people::has_role(person, role))
                return reader_of(person, everybody, today);
    };
    const auto role_of = [](ListKind kind) {
        return kind == ListKind::my_requests  ? Role::officer
               : kind == ListKind::unassigned ? Role::lead
                                              : Role::specialist;
    };
    for (const auto kind : all_lists()) {
        time_each(fmt::format("list {}", word_of(kind)), 100,
                  [&] { return board.list(kind, anybody(role_of(kind)), now).size(); });
        time_each(fmt::format("count {}", word_of(kind)), 50,
                  [&] { return board.count(kind, anybody(role_of(kind)), now); });
    }
    time_each("list team of a lead", 100,
              [&] { return board.list(ListKind::team, anybody(Role::lead), now).size(); });
    time_each("badge of a specialist", 100,
              [&] { return board.count_for_me(anybody(Role::specialist), now); });
    time_each("badge of a lead", 100, [&] { return board.count_for_me(anybody(Role::lead), now); });
    time_each("find as officer", 50,
              [&] { return board.find("curfew facilitator", anybody(Role::officer), now).size(); });
    time_each("find as lead", 20,
              [&] { return board.find("curfew facilitator", anybody(Role::lead), now).size(); });
    time_each("read", 100, [&] {
        const auto reader = anybody(Role::lead);
        const auto list = board.list(ListKind::team, reader, now, 1, random() % 50);
        return list.empty() ? 0 : board.read(list.front().ref, reader, now)->entries.size();
    });
    time_each("send", 200, [&]() -> std::size_t {
        const Work work{*connection, rules, everybody, anybody(Role::officer), system_now()};
        const auto result = run(Ask{EventId{uuid_v7(work.now)}, make_request(random)}, work);
        if (const auto* refused = std::get_if<Refused>(&result))
            throw Error{Errc::failure, "a question was not sent: " + refused->sentence};
        return 1;
    });
    time_each("clerk, first run", 1, [&] { return run_clerk(*connection, rules, everybody, now).offered; });
    time_each("clerk, nothing due", 20,
              [&] { return run_clerk(*connection, rules, everybody, now).offered; });
}

} // namespace guidepost::bench
