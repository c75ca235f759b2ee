// SPDX-License-Identifier: GPL-2.0-or-later
// Programs killed while they send, accept, answer, remove and back up; eight of them at once. Nothing
// that was acknowledged is lost, and the chains verify.
#include "core/consultation/acts/clerk.h"
#include "core/store/backup.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/consultation/office_example.h"
#include "tests/faults/killing.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <random>

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;
namespace fs = std::filesystem;

namespace {

constexpr int threads = 6;
constexpr const char* secret = "Walrus Street";

/// What one program does, step by step, with ids known beforehand: ask, accept, answer, remove.
struct Plan {
    std::vector<std::array<EventId, 4>> ids;

    Plan()
    {
        for (int i = 0; i < threads; ++i)
            ids.push_back({an_id(), an_id(), an_id(), an_id()});
    }

    std::size_t size() const { return ids.size() * 4; }

    /// Does the step; the thread's reference is found by its first event.
    Result run(std::size_t step, Office& office, store::Connection& connection) const
    {
        const auto& of = ids[step / 4];
        const auto work = [&](const char* who) {
            return Work{connection, test::shipped_rules(), office.everybody(), office.reader(who),
                        office.now};
        };
        if (step % 4 == 0)
            return consultation::run(Ask{of[0], test::ask_for(std::string{secret} + ": may he start?")},
                                     work("officer-14"));
        const auto chain =
            store::one_text(connection, "select chain from event where id = $1", {of[0].value()});
        REQUIRE(chain);
        const ConsultationRef ref{chain->substr(chain->find('/') + 1)};
        if (step % 4 == 1)
            return consultation::run(AcceptOffer{of[1], ref}, work(offered_to(ref, connection).c_str()));
        if (step % 4 == 2)
            return consultation::run(Reply{of[2], ref, std::string{secret} + ": yes.", {}, 1'000},
                                     work(adviser_of(ref, connection).c_str()));
        return consultation::run(Redact{of[3], ref, {of[0].value(), of[2].value()}, "It named a street"},
                                 work("lead-1"));
    }

private:
    static std::string offered_to(const ConsultationRef& ref, store::Connection& connection)
    {
        // Once accepted there is no offer any more; sent again, it is by the same person.
        return store::one_text(connection,
                               "select case when offered_to = '' then adviser else offered_to end "
                               "from consultation where ref = $1",
                               {ref.value()})
            .value_or("");
    }
    static std::string adviser_of(const ConsultationRef& ref, store::Connection& connection)
    {
        return store::one_text(connection, "select adviser from consultation where ref = $1", {ref.value()})
            .value_or("");
    }
};

bool is_done(const Result& result)
{
    return std::holds_alternative<Done>(result);
}

bool holds_secret(const fs::path& folder)
{
    constexpr std::uintmax_t largest = 100'000'000;
    for (const auto& entry : fs::directory_iterator{folder})
        if (read_file(entry.path(), largest).find(secret) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("killed while sending, accepting, answering or removing, nothing acknowledged is lost", "[faults]")
{
    const auto run_all = [](Office& office, const Plan& plan, const OnProgress& acknowledge) {
        const auto connection = store::open_store(office.profile());
        for (std::size_t step = 0; step < plan.size(); ++step) {
            if (!is_done(plan.run(step, office, *connection)))
                throw Error{Errc::failure, "a step was refused"};
            if (acknowledge)
                acknowledge({step + 1, plan.size()});
        }
    };
    std::chrono::microseconds whole{};
    {
        Office office;
        const Plan plan;
        whole = test::time_of([&] { run_all(office, plan, {}); });
    }
    std::mt19937 random{17};
    std::size_t interrupted = 0;
    for (int round = 0; round < test::times(30, 300); ++round) {
        Office office;
        const Plan plan;
        const std::chrono::microseconds delay{random() % (static_cast<std::uint64_t>(whole.count()) + 1)};
        const auto acknowledged = test::killed_after(
            delay, [&](const OnProgress& acknowledge) { run_all(office, plan, acknowledge); });
        INFO("round " << round << ", killed after " << delay.count() << " us, acknowledged " << acknowledged);
        const auto connection = store::open_store(office.profile());
        CHECK(store::verify_chains(*connection).damages.empty());
        for (std::size_t step = 0; step < acknowledged; ++step) {
            const auto& id = plan.ids[step / 4][step % 4];
            CHECK(store::one_text(*connection, "select kind from event where id = $1", {id.value()}));
        }
        interrupted += acknowledged < plan.size() ? 1 : 0;
        // Whoever was interrupted sends it all again: what was done is done once, the rest is done now.
        for (std::size_t step = 0; step < plan.size(); ++step)
            CHECK(is_done(plan.run(step, office, *connection)));
        CHECK(store::verify_chains(*connection).damages.empty());
        CHECK(store::verify_chains(*connection).redactions == 2 * threads);
        CHECK(store::one_integer(*connection, "select count(*) from consultation") == threads);
        CHECK_FALSE(holds_secret(office.profile()));
    }
    CHECK(interrupted > 0);
}

TEST_CASE("killed while backing up, there is a whole backup or none", "[faults]")
{
    constexpr const char* passphrase = "four words of somebody";
    Office office;
    for (int i = 0; i < 20; ++i)
        office.sent();
    test::TempDir dir;
    const auto file = dir.path() / "backup";
    const auto back_up = [&] {
        store::back_up(office.profile(), file, passphrase, store::KeyCost::quick);
    };
    const auto whole = test::time_of(back_up);
    fs::remove(file);
    std::mt19937 random{19};
    for (int round = 0; round < test::times(30, 300); ++round) {
        const std::chrono::microseconds delay{random() %
                                              (static_cast<std::uint64_t>(whole.count()) * 11 / 10 + 1)};
        test::killed_after(delay, [&](const OnProgress&) { back_up(); });
        INFO("round " << round << ", killed after " << delay.count() << " us");
        CHECK(office.verifies());
        if (fs::exists(file)) {
            const auto restored =
                store::restore(file, dir.path() / "restored", passphrase, store::Over::anything, round + 1);
            CHECK(restored.contents.heads == store::chain_heads(office.db()));
            fs::remove(file);
            fs::remove_all(dir.path() / "restored");
        }
    }
    back_up();
    CHECK(fs::exists(file));
}

TEST_CASE("eight programs on one store lose no update and show no lock", "[faults]")
{
    constexpr int programs = 8;
    Office office;
    const auto shared = office.accepted();
    const auto seconds = std::chrono::seconds{test::times(5, 30)};
    std::vector<pid_t> children;
    std::vector<int> results;
    for (int i = 0; i < programs; ++i) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            // Sent, noted, errors.
            std::array<int, 3> counts{};
            try {
                const auto connection = store::open_store(office.profile());
                const auto until = std::chrono::steady_clock::now() + seconds;
                const auto work = [&](const char* who) {
                    return Work{*connection, test::shipped_rules(), office.everybody(), office.reader(who),
                                office.now + counts[0] + counts[1]};
                };
                for (int turn = i; std::chrono::steady_clock::now() < until; ++turn) {
                    if (turn % 3 == 0)
                        counts[0] += is_done(run(Ask{an_id(), test::ask_for()}, work("officer-14"))) ? 1 : 0;
                    else if (turn % 10 == 1)
                        run_clerk(*connection, test::shipped_rules(), office.everybody(), office.now);
                    else
                        counts[1] +=
                            is_done(run(Note{an_id(), shared, "A note"}, work("specialist-5"))) ? 1 : 0;
                    Board{*connection, test::shipped_rules()}.list(ListKind::my_requests,
                                                                   office.reader("officer-14"), office.now);
                }
            } catch (...) {
                counts[2] = 1; // whatever it is, the parent sees it
            }
            const bool is_said = write(ends[1], counts.data(), sizeof counts) == sizeof counts;
            _exit(is_said ? 0 : 1);
        }
        close(ends[1]);
        children.push_back(child);
        results.push_back(ends[0]);
    }
    int sent = 0, noted = 0;
    for (int i = 0; i < programs; ++i) {
        std::array<int, 3> counts{0, 0, 1};
        const auto size = read(results[static_cast<std::size_t>(i)], counts.data(), sizeof counts);
        CHECK(size == sizeof counts);
        CHECK(counts[2] == 0);
        CHECK(counts[0] + counts[1] > 0); // nobody starves
        sent += counts[0];
        noted += counts[1];
        close(results[static_cast<std::size_t>(i)]);
        waitpid(children[static_cast<std::size_t>(i)], nullptr, 0);
    }
    INFO(sent << " sent, " << noted << " noted");
    CHECK(store::one_integer(office.db(), "select count(*) from event where kind = 'sent'") == sent + 1);
    CHECK(store::one_integer(office.db(), "select count(*) from event where kind = 'note'") == noted);
    CHECK(store::one_integer(office.db(), "select count(*) from consultation") == sent + 1);
    CHECK(office.verifies());
}
