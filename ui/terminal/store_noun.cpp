// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/retention.h"
#include "core/desk/removed_words.h"
#include "core/desk/verifiers.h"
#include "core/people/rights.h"
#include "core/store/backup.h"
#include "core/store/event_chain.h"
#include "core/store/heads.h"
#include "core/store/store.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/values/clock.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/secret_input.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::uintmax_t largest_heads = 64 * 1024 * 1024, largest_table = 1024 * 1024;

std::unique_ptr<store::Connection> open_to_read(const fs::path& profile)
{
    if (!fs::exists(store::embedded_store_file(profile)))
        throw Error{Errc::not_found, fmt::format("There is no store in {} yet.", profile.string())};
    return store::open_store(profile, store::Access::read_only);
}

Json heads_json(const std::vector<store::ChainHead>& heads)
{
    auto json = Json::array();
    for (const auto& head : heads)
        json.push_back({{"chain", head.chain}, {"seq", head.seq}, {"hash", head.hash}});
    return json;
}

void need(const Session& session, desk::Desk& desk, people::Action action)
{
    if (!people::may(signed_in(session, desk).roles, action, people::Relation::none))
        throw Error{Errc::refused, "That is the administrator's."};
}

consultation::Rules rules_of(const Session& session)
{
    return consultation::read_rules(desk::find_places(session.profile).content);
}

Json damages_json(const std::vector<store::Damage>& damages)
{
    auto json = Json::array();
    for (const auto& damage : damages)
        json.push_back(
            {{"chain", damage.chain}, {"seq", damage.seq}, {"event", damage.event}, {"what", damage.what}});
    return json;
}

void print_damages(const std::vector<store::Damage>& damages, Session& session)
{
    for (const auto& damage : damages)
        session.out.add(fmt::format("  {} {}: {}\n", clean(damage.chain),
                                    damage.seq > 0 ? std::to_string(damage.seq) : clean(damage.event),
                                    clean(damage.what)));
}

Exit verify_store(const std::string& kept, Session& session)
{
    const auto profile = profile_folder(session);
    const auto connection = open_to_read(profile);
    auto found = desk::verify_store(profile, rules_of(session));
    if (!kept.empty()) {
        auto missing = store::check_heads(*connection, store::parse_heads(read_file(kept, largest_heads)));
        found.damages.insert(found.damages.end(), missing.begin(), missing.end());
    }
    store::hide_names(found.damages, *connection);
    const auto heads = store::heads_to_keep(*connection);
    const bool is_whole = found.damages.empty();
    if (session.json) {
        session.out.add_json({{"version", 1},
                              {"is_whole", is_whole},
                              {"events", found.events},
                              {"rows", found.rows},
                              {"redactions", found.redactions},
                              {"damages", damages_json(found.damages)},
                              {"heads", heads_json(heads)}});
        return is_whole ? Exit::ok : Exit::unwell;
    }
    session.out.add(
        fmt::format("{} events and {} rows were checked: {}\n", found.events, found.rows,
                    is_whole ? "all are as they were written." : "some are not as they were written."));
    if (found.redactions > 0)
        session.out.add(
            fmt::format("{} texts were removed, and their removal is recorded.\n", found.redactions));
    print_damages(found.damages, session);
    if (kept.empty())
        session.out.add(
            "Whether the end of a chain was cut off shows against heads kept elsewhere: store heads\n");
    return is_whole ? Exit::ok : Exit::unwell;
}

Exit rebuild_store(Session& session)
{
    const auto profile = profile_folder(session);
    open_to_read(profile);
    need(session, *open_desk(session), people::Action::restore);
    auto rebuilt = desk::rebuild_store(profile, rules_of(session));
    {
        const auto connection = open_to_read(profile);
        store::hide_names(rebuilt.mended, *connection);
        store::hide_names(rebuilt.left, *connection);
    }
    const bool is_whole = rebuilt.left.empty();
    if (session.json) {
        session.out.add_json({{"version", 1},
                              {"is_whole", is_whole},
                              {"mended", damages_json(rebuilt.mended)},
                              {"left", damages_json(rebuilt.left)}});
        return is_whole ? Exit::ok : Exit::unwell;
    }
    session.out.add(
        fmt::format("{} rows were not what the events say, and are now.\n", rebuilt.mended.size()));
    print_damages(rebuilt.mended, session);
    if (!is_whole) {
        session.out.add(fmt::format(
            "{} cannot be brought back from the events; a backup can: store restore\n", rebuilt.left.size()));
        print_damages(rebuilt.left, session);
    }
    session.out.message("If search knows other articles than before: guidepostctl index rebuild");
    return is_whole ? Exit::ok : Exit::unwell;
}

Exit print_heads(Session& session)
{
    const auto connection = open_to_read(profile_folder(session));
    const auto heads = store::heads_to_keep(*connection);
    if (session.json)
        session.out.add_json({{"version", 1}, {"heads", heads_json(heads)}});
    else
        session.out.add(store::format_heads(heads));
    return Exit::ok;
}

Json contents_json(const store::Contents& contents)
{
    return {{"events", contents.events}, {"chains", contents.heads.size()}, {"texts", contents.texts}};
}

Exit back_up_store(const std::string& file, Session& session)
{
    const auto profile = profile_folder(session);
    open_to_read(profile);
    need(session, *open_desk(session), people::Action::back_up);
    const auto passphrase = ask_new_secret(session, "Passphrase for the backup");
    const auto rules = rules_of(session);
    const auto contents =
        store::back_up(profile, file, passphrase, store::KeyCost::strong, desk::verifiers(rules));
    if (session.json)
        session.out.add_json({{"version", 1}, {"backup", contents_json(contents)}});
    else
        session.out.add(fmt::format("{} events of {} chains are in {}. It was opened again and compared.\n"
                                    "Nobody can open it without the passphrase: keep that apart from it.\n",
                                    contents.events, contents.heads.size(), clean(file)));
    return Exit::ok;
}

/// One that cannot is what a backup is for, and nobody can sign in to it.
bool store_can_be_read(const fs::path& profile)
{
    try {
        store::open_store(profile);
        return true;
    } catch (const store::DamagedError&) {
        return false;
    }
}

Exit restore_store(const std::string& file, store::Over over, Session& session)
{
    const auto profile = profile_folder(session);
    if (!fs::exists(file))
        throw Error{Errc::not_found, fmt::format("There is no file {}.", file)};
    if (fs::exists(store::embedded_store_file(profile)) && store_can_be_read(profile))
        need(session, *open_desk(session), people::Action::restore);
    const auto passphrase = ask_secret(session, "Passphrase of the backup");
    const auto rules = rules_of(session);
    const auto restored =
        store::restore(file, profile, passphrase, over, system_now(), desk::verifiers(rules));
    session.out.message("Searching needs its index made anew: guidepostctl index rebuild");
    if (session.json) {
        Json json{{"version", 1}, {"restored", contents_json(restored.contents)}};
        json["kept_aside"] = restored.kept_aside ? Json(restored.kept_aside->string()) : Json(nullptr);
        session.out.add_json(json);
        return Exit::ok;
    }
    session.out.add(fmt::format("{} events of {} chains are in {} now.\n", restored.contents.events,
                                restored.contents.heads.size(), clean(profile.string())));
    if (restored.kept_aside)
        session.out.add(
            fmt::format("The store that was there is kept as {}.\n", clean(restored.kept_aside->string())));
    return Exit::ok;
}

Exit apply_retention(bool is_run, Session& session)
{
    const auto desk = open_desk(session);
    need(session, *desk, people::Action::run_retention);
    const auto& content = desk->places().content;
    const auto periods = consultation::parse_retention(read_file(content / "retention.yaml", largest_table));
    const auto now = system_now();
    const auto past = consultation::past_retention(desk->connection(), periods, now);
    std::size_t removed = 0;
    if (is_run)
        removed =
            consultation::remove_past_retention(desk->connection(), consultation::read_rules(content),
                                                periods, signed_in(session, *desk).login, now, session.stop);
    if (removed > 0) {
        journal::Journal journal{desk->places().profile};
        desk::forget_removed_words(journal, desk->connection());
    }
    auto list = Json::array();
    for (const auto& one : past) {
        list.push_back({{"ref", one.ref.value()},
                        {"status", consultation::word_of(one.status)},
                        {"last", format_timestamp(one.updated)},
                        {"is_held", one.is_held}});
        if (!session.json)
            session.out.add(fmt::format("{}  {}, last touched {}{}\n", one.ref.value(),
                                        consultation::word_of(one.status),
                                        format_date_long(date_of(one.updated)), one.is_held ? ", held" : ""));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"past", std::move(list)}, {"removed", removed}});
    else
        session.out.add(is_run
                            ? fmt::format("The words of {} were removed; that they were is kept.\n", removed)
                            : fmt::format("{} are past their period. Nothing was removed: --run does it.\n",
                                          past.size()));
    return Exit::ok;
}

void add_retention(CLI::App& noun, Action& action)
{
    auto is_run = std::make_shared<bool>(false);
    auto* verb = noun.add_subcommand("retention", "Whose words have been kept long enough")->fallthrough();
    verb->add_flag("--run", *is_run, "remove them; without it they are only listed");
    explain(*verb,
            "Periods: content/retention.yaml. What a lead holds is passed over (consult hold). Backups made\n"
            "before still hold the words.\nExample:\n  guidepostctl store retention");
    verb->callback([is_run, &action] {
        action = [is_run](Session& session) {
            return apply_retention(*is_run, session);
        };
    });
}

void add_verify(CLI::App& noun, Action& action)
{
    auto kept = std::make_shared<std::string>();
    auto* verb =
        noun.add_subcommand("verify",
                            "Check every event against its hash, and all that is kept beside the events")
            ->fallthrough();
    verb->add_option("--heads", *kept, "heads that were kept elsewhere: finds a chain whose end was cut off")
        ->type_name("FILE");
    explain(*verb,
            "Only reads. Staff, training, guidance, drafts and consultations are worked out anew from the\n"
            "events, on a copy in memory, and compared row by row. Exit 6 when something was changed,\n"
            "taken out or put in; a recorded removal of a text is none of these.\n"
            "Examples:\n  guidepostctl store verify\n  guidepostctl store verify --heads heads.txt");
    verb->callback([kept, &action] {
        action = [kept](Session& session) {
            return verify_store(*kept, session);
        };
    });
}

void add_backup(CLI::App& noun, Action& action)
{
    auto file = std::make_shared<std::string>();
    auto* verb =
        noun.add_subcommand("backup", "The whole store in one file under a passphrase")->fallthrough();
    verb->add_option("file", *file, "where to; never written over")->required()->type_name("FILE");
    explain(*verb, "Others may go on working. The passphrase is typed, or is the first line of stdin.\n"
                   "Guidance that was indexed is not in it: it is made anew from the store.\n"
                   "Example:\n  guidepostctl store backup /media/stick/guidepost-backup");
    verb->callback([file, &action] {
        action = [file](Session& session) {
            return back_up_store(*file, session);
        };
    });
}

void add_restore(CLI::App& noun, Action& action)
{
    struct Wanted {
        std::string file = {};
        bool over = false;
    };
    auto wanted = std::make_shared<Wanted>();
    auto* verb = noun.add_subcommand("restore", "Put the store of a backup in place")->fallthrough();
    verb->add_option("file", wanted->file, "what store backup wrote")->required()->type_name("FILE");
    verb->add_flag("--over", wanted->over, "also when the store here holds what the backup does not");
    explain(*verb,
            "The store that is there is kept aside under another name. Exit 4 when it holds more than\n"
            "the backup, or when the passphrase is another one.\n"
            "Example:\n  guidepostctl store restore /media/stick/guidepost-backup");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return restore_store(wanted->file, wanted->over ? store::Over::anything : store::Over::only_older,
                                 session);
        };
    });
}

} // namespace

void add_store(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("store", "The store: everything else is made from it");
    noun->require_subcommand(1)->fallthrough();
    add_verify(*noun, action);
    auto* rebuild =
        noun->add_subcommand("rebuild", "Make all that is derived from events anew")->fallthrough();
    explain(
        *rebuild,
        "For an administrator, after store verify found rows that are not what the events say. What no\n"
        "event holds stays as it is and is listed, exit 6: texts of guidance, passwords, revisions. Refused\n"
        "when the events themselves are not whole.\nExample:\n  guidepostctl store rebuild");
    rebuild->callback([&action] { action = rebuild_store; });
    auto* heads = noun->add_subcommand("heads", "The ends of all chains, to keep elsewhere")->fallthrough();
    explain(*heads, "Example:\n  guidepostctl store heads >heads-of-november.txt");
    heads->callback([&action] { action = print_heads; });
    add_backup(*noun, action);
    add_restore(*noun, action);
    add_retention(*noun, action);
}

} // namespace guidepost::terminal
