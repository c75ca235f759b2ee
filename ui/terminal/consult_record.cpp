// SPDX-License-Identifier: GPL-2.0-or-later
// Back to the case record, on to guidance, and what is done about the record itself.
#include "core/consultation/acts/to_guidance.h"
#include "core/desk/removed_words.h"
#include "core/pages/record_text.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace consultation;

Exit export_text(const OnThread& options, Session& session)
{
    const auto ref = ref_of(options.ref);
    ConsultDesk desk{session};
    desk.run(Export{event_of(options.event), ref});
    const auto thread = desk.read(ref);
    auto library = desk.desk().library();
    const auto guidance = pages::named_guidance(thread, library);
    const auto text = pages::record_text(thread, guidance, desk.names());
    if (!session.json) {
        session.out.add_raw(text);
        return Exit::ok;
    }
    const auto list = [](const std::vector<pages::ReadVersion>& versions) {
        auto json = Json::array();
        for (const auto& one : versions)
            json.push_back({{"place", one.place}, {"title", one.title}, {"revision", one.revision.value()}});
        return json;
    };
    session.out.add_json({{"version", 1},
                          {"ref", ref.value()},
                          {"cited", list(guidance.cited)},
                          {"read", list(guidance.read)},
                          {"head_hash", thread.head_hash},
                          {"text", text}});
    return Exit::ok;
}

Exit make_guidance(const OnThread& options, Session& session)
{
    const auto ref = ref_of(options.ref);
    ConsultDesk desk{session};
    const auto draft = draft_of(desk.read(ref), *desk.desk().guard_words(), to_london(desk.now()).day);
    const auto done = desk.run(MakeDraft{event_of(options.event), ref, draft.title, draft.text});
    const auto thread = desk.read(ref);
    const auto id = thread.drafts.empty() ? std::string{} : thread.drafts.back();
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"ref", ref.value()},
                              {"draft", id},
                              {"taken_out", draft.taken_out},
                              {"was_done_before", done.was_done_before}});
    else
        session.out.add(fmt::format(
            "Draft {}: \"{}\". {} place{} that may say who it is about were taken out;\n"
            "names that no guard knows may be left. {}: draft show {}\n",
            id, clean(draft.title), draft.taken_out, draft.taken_out == 1 ? "" : "s",
            thread.is_restricted ? "Those who are let into this consultation see it, until one of "
                                   "them frees it"
                                 : "Trainers see it",
            id));
    return Exit::ok;
}

void add_redact(CLI::App& noun, Action& action)
{
    auto* verb =
        noun.add_subcommand("redact", "As lead: remove a text for ever; that it was is kept")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto events = std::make_shared<std::vector<std::string>>();
    verb->add_option("events", *events, "the \"event\" of consult show --json")
        ->required()
        ->type_name("EVENT");
    explain(
        *verb,
        "The reason comes from stdin or --file and must not repeat the text. What was being written about\n"
        "it on this desk goes too. Backups made before still hold it.\nExample:\n  echo 'It named a person' "
        "| guidepostctl consult redact GP-7K2M9Q EVENT");
    verb->callback([options, events, &action] {
        action = [options, events](Session& session) {
            const auto ref = ref_of(options->ref);
            auto reason = read_text(session, options->file);
            ConsultDesk desk{session};
            const auto done =
                desk.run(Redact{event_of(options->event), ref, *events, std::move(reason)}, options->guard());
            journal::Journal journal{desk.desk().places().profile};
            desk::forget_removed_words(journal, desk.desk().connection());
            session.out.message(
                "Backups made until now still hold the text: make a new one, and destroy those.");
            for (const auto& draft : desk.read(ref).drafts)
                session.out.message(fmt::format(
                    "A draft of guidance was made from it and may say it too: guidepostctl draft show "
                    "{0}, and draft remove {0}",
                    draft));
            return say_done(session, done, "removed.");
        };
    });
}

void add_hold(CLI::App& noun, Action& action)
{
    auto* verb = noun.add_subcommand("hold", "As lead: keep it beyond its retention period")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::text);
    auto is_end = std::make_shared<bool>(false);
    verb->add_flag("--end", *is_end, "the hold ends");
    explain(*verb,
            "The reason comes from stdin or --file.\nExample:\n  echo 'A review' | guidepostctl consult hold "
            "GP-7K2M9Q");
    verb->callback([options, is_end, &action] {
        action = [options, is_end](Session& session) {
            const auto ref = ref_of(options->ref);
            auto reason = read_text(session, options->file);
            ConsultDesk desk{session};
            return say_done(
                session,
                desk.run(Hold{event_of(options->event), ref, !*is_end, std::move(reason)}, options->guard()),
                *is_end ? "not held any longer." : "held.");
        };
    });
}

void add_restrict(CLI::App& noun, Action& action)
{
    auto* verb = noun.add_subcommand("restrict", "Name who may see it: nobody else does then")->fallthrough();
    const auto options = add_thread_options(*verb, Takes::nothing);
    auto named = std::make_shared<std::vector<std::string>>();
    verb->add_option("logins", *named, "a lead must be among them")->required()->type_name("LOGIN");
    explain(*verb, "Who asked and who advises see it anyway.\n"
                   "Example:\n  guidepostctl consult restrict GP-7K2M9Q lead-7 specialist-14");
    verb->callback([options, named, &action] {
        action = [options, named](Session& session) {
            Restrict restrict {event_of(options->event), ref_of(options->ref), {}};
            for (const auto& login : *named)
                restrict.named.emplace_back(login);
            ConsultDesk desk{session};
            return say_done(session, desk.run(restrict), "restricted.");
        };
    });
}

} // namespace

void add_consult_record(CLI::App& noun, Action& action)
{
    auto* exported = noun.add_subcommand("export", "As text to paste into the case record")->fallthrough();
    const auto export_options = add_thread_options(*exported, Takes::nothing);
    explain(*exported, "Question, advice, guidance it cites, what the officer had read, choice and reason, "
                       "responsibility, actions, hash.\n"
                       "That it was taken out is kept.\nExample:\n  guidepostctl consult export GP-7K2M9Q");
    exported->callback([export_options, &action] {
        action = [export_options](Session& session) {
            return export_text(*export_options, session);
        };
    });

    auto* guidance = noun.add_subcommand("to-guidance", "Make a draft article of the answer")->fallthrough();
    const auto guidance_options = add_thread_options(*guidance, Takes::nothing);
    explain(*guidance, "Without who asked, who answered and the reference; the privacy guard runs over it.\n"
                       "Example:\n  guidepostctl consult to-guidance GP-7K2M9Q");
    guidance->callback([guidance_options, &action] {
        action = [guidance_options](Session& session) {
            return make_guidance(*guidance_options, session);
        };
    });

    add_redact(noun, action);
    add_hold(noun, action);
    add_restrict(noun, action);
}

} // namespace guidepost::terminal
