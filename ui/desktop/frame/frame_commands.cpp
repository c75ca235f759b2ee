// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/imports.h"
#include "ui/desktop/cases/case_editor.h"
#include "ui/desktop/frame/frame.h"
#include "ui/desktop/frame/import_report.h"
#include "ui/desktop/frame/imports_dialog.h"
#include "ui/desktop/frame/notify_dialog.h"
#include "ui/desktop/frame/pages.h"
#include "ui/desktop/frame/shortcuts_dialog.h"
#include "ui/desktop/people/person_dialog.h"
#include "ui/desktop/people/sign_in_dialog.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/aboutdlg.h>
#include <wx/choicdlg.h>
#include <wx/dirdlg.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>

namespace guidepost::desktop {

namespace {

bool opens_dialog(Command command)
{
    switch (command) {
    case Command::import_folder:
    case Command::imported_texts:
    case Command::print:
    case Command::save_pdf:
    case Command::quit: // asks where words would be lost
    case Command::jump_to_article:
    case Command::notifications:
    case Command::ask:
    case Command::send:
    case Command::edit_case:
    case Command::switch_case:
    case Command::change_person:
    case Command::shortcuts:
    case Command::about:
        return true;
    default:
        return false;
    }
}

} // namespace

void Frame::run(Command command)
{
    // A screen reader presses buttons from within its own call; a dialog opened there would keep it
    // from reading that dialog.
    if (opens_dialog(command))
        CallAfter([this, command] { run_now(command); });
    else
        run_now(command);
}

void Frame::ask_with_verdict(const std::string& module)
{
    CallAfter([this, module] { show_page_for(Takes::questions).ask_with_verdict(module); });
}

void Frame::run_on_page(Command command)
{
    const auto place = page_of(command);
    if (!place)
        return page().run(command);
    const auto& shown_by = page_rows()[*place].shown_by;
    if (current_ != *place && std::find(shown_by.begin(), shown_by.end(), command) != shown_by.end())
        show_page(*place);
    pages_[*place]->run(command);
}

void Frame::run_now(Command command)
{
    try {
        if (run_edit(command))
            return;
        if (!can_run(command)) {
            tell_why_not(command);
            return;
        }
        switch (command) {
        case Command::import_folder:
            import_folder();
            break;
        case Command::imported_texts:
            change_imports();
            break;
        case Command::rebuild_index:
            services_.keeper.rebuild();
            break;
        case Command::quit:
            Close();
            break;
        case Command::next_pane:
            move_pane(1);
            break;
        case Command::previous_pane:
            move_pane(-1);
            break;
        case Command::edit_case:
            edit_cases();
            break;
        case Command::switch_case:
            switch_case();
            break;
        case Command::change_person:
            change_person();
            break;
        case Command::clear_case:
            services_.journal.set_active_case(services_.identity.login(), {});
            case_changed();
            break;
        case Command::forget_recent:
            services_.journal.forget_recent();
            notify(_("Recent pages and searches were forgotten. Bookmarks are kept."), Tone::told);
            break;
        case Command::shortcuts:
            show_shortcuts(this);
            break;
        case Command::about:
            show_about();
            break;
        case Command::notifications:
            edit_notifications(this, services_.journal, services_.desk.places().profile);
            break;
        default:
            run_on_page(command);
        }
    } catch (const Error& error) {
        notify(sentence_of(error), Tone::warning);
    }
}

void Frame::import_folder()
{
    if (services_.keeper.is_working())
        return;
    if (const auto no = desk::check_import(services_.desk.connection(), services_.identity.who()))
        throw *no;
    wxDirDialog dialog{this, _("Import a folder of Markdown files"), "", wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK)
        return;
    services_.keeper.import_folder(
        to_utf8(dialog.GetPath()), services_.identity.who(),
        [this](const guidance::ImportReport& report) { import_done(report); },
        [this](const Error& error) { notify(sentence_of(error), Tone::warning); });
}

void Frame::change_imports()
{
    if (services_.keeper.is_working())
        return;
    auto& connection = services_.desk.connection();
    const auto& who = services_.identity.who();
    if (const auto no = desk::check_import(connection, who))
        throw *no;
    const auto wanted = choose_import(this, desk::list_imports(connection));
    if (!wanted)
        return;
    const auto done = [this](const wxString& words) {
        return [this, words](std::size_t) {
            notify(words, Tone::told);
        };
    };
    const auto refused = [this](const Error& error) {
        notify(sentence_of(error), Tone::warning);
    };
    if (wanted->reason)
        services_.keeper.remove_import(
            wanted->source, who, *wanted->reason,
            done(_("The texts were taken out. Imported texts, in the File menu, brings them back.")),
            refused);
    else
        services_.keeper.restore_import(wanted->source, who,
                                        done(_("The texts are back, marked as not reviewed.")), refused);
}

void Frame::import_done(const guidance::ImportReport& report)
{
    show_import_report(this, report);
}

void Frame::edit_cases()
{
    if (show_case_editor(this, services_))
        case_changed();
}

void Frame::switch_case()
{
    const auto cases = services_.journal.cases(services_.identity.login());
    if (cases.empty())
        return;
    wxArrayString names;
    for (const auto& profile : cases) {
        auto name = to_wx(profile.reference);
        wxString chips;
        for (const auto& chip : case_chips(profile))
            chips += (chips.empty() ? "" : ", ") + to_wx(chip);
        names.Add(chips.empty() ? name : name + ": " + chips);
    }
    wxSingleChoiceDialog dialog{this, _("Work on which case?"), _("Switch case"), names};
    if (dialog.ShowModal() != wxID_OK)
        return;
    services_.journal.set_active_case(services_.identity.login(),
                                      cases[static_cast<std::size_t>(dialog.GetSelection())].reference);
    case_changed();
}

void Frame::change_person()
{
    auto& identity = services_.identity;
    if (identity.is_practice()) {
        const auto person = choose_person(this, _("Act as"), identity.everybody());
        if (!person)
            return;
        identity.act_as(person->login);
    } else if (people::is_first_use(services_.desk.connection())) {
        notify(_("Nobody has a password on this desk yet, so there is nothing to sign in to. The first "
                 "is an administrator's: guidepostctl staff password LOGIN"),
               Tone::told);
        return;
    } else if (identity.who()) {
        identity.lock();
    } else if (const auto session = ask_to_sign_in(this, services_.desk, services_.errands)) {
        identity.signed_in(*session);
    } else {
        return;
    }
    person_changed();
}

void Frame::show_about()
{
    wxAboutDialogInfo about;
    about.SetName("Guidepost");
    about.SetVersion(GUIDEPOST_VERSION);
    about.SetDescription(
        _("Specialist advice for probation officers, searchable.\n"
          "Guidance that comes with it is written from public sources; it is not official policy."));
    about.SetLicence("GPL-2.0-or-later");
    wxAboutBox(about, this);
}

} // namespace guidepost::desktop
