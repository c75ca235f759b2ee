// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/open_desk.h"

#include "core/desk/practice.h"
#include "core/text/error.h"
#include "core/text/wrap.h"
#include "ui/terminal/progress_line.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace guidepost::terminal {
namespace {

using namespace std::chrono_literals;

/// For another program to finish indexing: a few new articles are done by then, and for a long
/// rebuild the index there is answers meanwhile.
constexpr auto longest_wait = 3s;

void say_adopted(const Session& session, const desk::Desk& desk, const guidance::ImportReport& report)
{
    if (report.added > 0 && report.changed + report.unchanged == 0)
        session.out.message(
            fmt::format("The library is new: {} articles of the shipped guidance are now in {}.",
                        report.added, desk.places().profile.string()));
    else if (report.added + report.changed > 0)
        session.out.message(fmt::format("The shipped guidance was brought up to date: {} new, {} changed.",
                                        report.added, report.changed));
    if (report.added + report.changed > 0 && !report.skipped.empty())
        session.out.message(
            fmt::format("{} shipped files cannot be used. To see why: guidepostctl article check {}",
                        report.skipped.size(), (desk.places().content / "guidance").string()));
}

[[noreturn]] void stopped()
{
    throw Error{Errc::cancelled, "Stopped. What was stored until then stays."};
}

search::Caught run_indexing(const Session& session, bool is_anew, const desk::Desk& desk)
{
    ProgressLine progress{"Indexing articles"};
    const auto caught = is_anew ? desk.rebuild(progress.callback(), session.stop)
                                : desk.catch_up(progress.callback(), session.stop);
    if (caught == search::Caught::stopped)
        stopped();
    return caught;
}

/// An index that cannot be written (a full disk, rights) is no reason not to search at all.
template <class Work>
search::Caught tolerated(const Session& session, Work&& work)
{
    const auto say = [&](const char* why) {
        session.out.message(fmt::format("The index cannot be brought up to date: {}", why));
        return search::Caught::up;
    };
    try {
        return work();
    } catch (const Error& e) {
        if (e.code() == Errc::cancelled)
            throw;
        return say(e.what());
    } catch (const std::filesystem::filesystem_error& e) {
        return say(e.what());
    }
}

} // namespace

std::unique_ptr<desk::Desk> open_desk(const Session& session)
{
    desk::Places places;
    try {
        places = desk::find_places(session.is_practice && session.profile.empty() ? desk::practice_profile()
                                                                                  : session.profile);
    } catch (const Error& e) {
        // "Not found" is for what somebody asked for; this is a broken installation.
        throw Error{Errc::failure, e.what()};
    }
    auto desk = std::make_unique<desk::Desk>(std::move(places));
    if (session.is_practice && desk::make_practice(*desk))
        session.out.message(
            fmt::format("The practice desk is in {}: fictional people, known by role. Say who "
                        "you are with --as, for example --as officer-14.",
                        desk->places().profile.string()));
    if (desk->is_read_only())
        session.out.message(
            fmt::format("{} may not be written: searching and reading work, and all else stays "
                        "as it is.",
                        desk->places().profile.string()));
    return desk;
}

std::unique_ptr<desk::Desk> open_stocked_desk(const Session& session)
{
    auto desk = open_desk(session);
    ProgressLine progress{"Bringing in the shipped guidance"};
    guidance::ImportReport all;
    for (auto& report : desk->adopt_shipped(progress.callback(), session.stop)) {
        if (report.stopped)
            stopped();
        all.added += report.added;
        all.changed += report.changed;
        all.unchanged += report.unchanged;
        if (!report.passed_over.empty())
            session.out.message(clean(report.passed_over));
        std::move(report.skipped.begin(), report.skipped.end(), std::back_inserter(all.skipped));
    }
    say_adopted(session, *desk, all);
    if (session.stop.stop_requested())
        stopped();
    return desk;
}

search::Caught catch_up(const Session& session, const desk::Desk& desk)
{
    const auto attempt = [&] {
        return tolerated(session, [&] { return run_indexing(session, false, desk); });
    };
    auto caught = attempt();
    for (auto waited = 0ms; caught == search::Caught::busy && waited < longest_wait; waited += 100ms) {
        std::this_thread::sleep_for(100ms);
        if (session.stop.stop_requested())
            stopped();
        caught = attempt();
    }
    return caught;
}

search::Caught mend(const Session& session, const desk::Desk& desk)
{
    return tolerated(session, [&] { return run_indexing(session, true, desk); });
}

search::Caught rebuild(const Session& session, const desk::Desk& desk)
{
    return run_indexing(session, true, desk);
}

std::filesystem::path profile_folder(const Session& session)
{
    if (!session.profile.empty())
        return std::filesystem::absolute(session.profile);
    return session.is_practice ? desk::practice_profile() : desk::find_places({}).profile;
}

} // namespace guidepost::terminal
