// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/modules/install_dialog.h"

#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/display.h>
#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guidepost::desktop {
namespace {

constexpr int dialog_width = 580, columns = 70;

class InstallDialog : public wxDialog {
public:
    InstallDialog(wxWindow* parent, ModuleService& service, people::Staff by, std::string no_unsigned);

    std::optional<desk::Desk::InstalledModule> installed = {};

private:
    wxButton* add_button(const wxString& words, void (InstallDialog::*run)());
    void choose_file();
    void choose_folder();
    void check();
    void show_pack(LookedAtPack found);
    void show_refusal(const Error& error);
    void tell(const wxString& markup, const char* style);
    void fit();
    void judge();
    void install();

    ModuleService& service_;
    const people::Staff by_;
    const std::string no_unsigned_;
    std::filesystem::path pack_ = {}; ///< that was looked at
    std::optional<LookedAtPack> found_;
    RequestPtr request_;
    wxTextCtrl* path_ = nullptr;
    FlowText* told_ = nullptr;
    wxScrolledWindow* box_ = nullptr;
    FlowPanel* buttons_ = nullptr;
    const char* box_style_ = "gp-page";
    wxCheckBox* unsigned_ = nullptr;
    wxButton* check_ = nullptr;
    wxButton* install_ = nullptr;
};

InstallDialog::InstallDialog(wxWindow* parent, ModuleService& service, people::Staff by,
                             std::string no_unsigned)
    : wxDialog{parent,
               wxID_ANY,
               _("Install a pack"),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      service_{service},
      by_{std::move(by)},
      no_unsigned_{std::move(no_unsigned)}
{
    platform::mark_as_dialog(*this);
    platform::set_accessible_name(*this, GetTitle());
    const int margin = FromDIP(14);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    const auto name = _("The pack: a file or a folder");
    all->Add(new wxStaticText{this, wxID_ANY, name}, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, margin));
    path_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    platform::add_style(*path_, "gp-field");
    path_->SetMinSize({-1, GetCharHeight() * 2});
    platform::set_accessible_name(*path_, name);
    UndoField::give_to(*path_);
    path_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        found_.reset();
        judge();
    });
    path_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { check(); });
    all->Add(path_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
    buttons_ = new FlowPanel{this, nullptr};
    add_button(_("Choose a file..."), &InstallDialog::choose_file);
    add_button(_("Choose a folder..."), &InstallDialog::choose_folder);
    check_ = add_button(_("Look at it"), &InstallDialog::check);
    buttons_->start_right_group(check_);
    all->Add(buttons_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));

    box_ = new wxScrolledWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL};
    box_->SetScrollRate(0, GetCharHeight());
    platform::add_style(*box_, box_style_);
    told_ = new FlowText{box_};
    auto* const inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(told_, wxSizerFlags{}.Border(wxALL, FromDIP(10)));
    box_->SetSizer(inside);
    all->Add(box_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
    unsigned_ = new wxCheckBox{this, wxID_ANY, _("I know where it comes from: install it unsigned")};
    unsigned_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { judge(); });
    all->Add(unsigned_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, margin));
    all->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, margin));
    SetSizer(all);

    install_ = static_cast<wxButton*>(FindWindow(wxID_OK));
    install_->SetLabel(_("Install"));
    platform::set_accessible_name(*install_, _("Install"));
    platform::add_style(*install_, "gp-primary");
    install_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { install(); });
    tell(to_wx(escape_markup(to_utf8(_("Nothing is installed before you have seen what it is.")))),
         "gp-page");
    judge();
    wxSize size{std::max(FromDIP(dialog_width), columns * GetCharWidth()),
                std::max(FromDIP(380), 18 * GetCharHeight())};
    size.DecTo(wxDisplay{parent}.GetClientArea().GetSize());
    SetSize(size);
    on_resized(*this, [this] { fit(); });
    CentreOnParent();
    path_->SetFocus();
}

wxButton* InstallDialog::add_button(const wxString& words, void (InstallDialog::*run)())
{
    auto* const button =
        new wxButton{buttons_, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*button, "gp-plain");
    platform::set_accessible_name(*button, words);
    // A screen reader presses from within its own call: no dialog may open there.
    button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { CallAfter([this, run] { (this->*run)(); }); });
    return button;
}

void InstallDialog::choose_file()
{
    wxFileDialog dialog{this,
                        _("The file of the pack"),
                        "",
                        "",
                        _("Packs") +
                            " (*.tar, *.tar.gz, *.tgz, *.tar.xz, *.tar.zst)|"
                            "*.tar;*.tar.gz;*.tgz;*.tar.xz;*.tar.zst|" +
                            _("All files") + "|*",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK)
        return;
    path_->SetValue(dialog.GetPath());
    check();
}

void InstallDialog::choose_folder()
{
    wxDirDialog dialog{this, _("The folder of the pack"), "", wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK)
        return;
    path_->SetValue(dialog.GetPath());
    check();
}

void InstallDialog::check()
{
    pack_ = std::string{trimmed(to_utf8(path_->GetValue()))};
    if (pack_.empty() || request_)
        return;
    found_.reset();
    request_ = service_.look_at_pack(
        pack_, [this](LookedAtPack found) { show_pack(std::move(found)); },
        [this](const Error& error) { show_refusal(error); });
    tell(to_wx(escape_markup(to_utf8(_("Looking at it...")))), "gp-page");
    judge();
}

void InstallDialog::show_pack(LookedAtPack found)
{
    request_.reset();
    const auto& manifest = found.manifest;
    const auto said = [](const wxString& words) {
        return to_wx(escape_markup(to_utf8(words)));
    };
    wxString text =
        "<b>" + said(to_wx(manifest.name + " " + manifest.version)) + "</b>\n" +
        said(wxString::Format(_("The pack is whole: %lu files, %lu of them articles."),
                              static_cast<unsigned long>(found.files),
                              static_cast<unsigned long>(found.articles))) +
        "\n" +
        (found.signer.empty()
             ? "<b>" + said(_("Nobody signed it.")) + "</b> " +
                   said(_(
                       "Whoever made it can say anything in it; its code runs fully confined or not at all."))
             : said(wxString::Format(_("Signed by %s, whose key this computer trusts."),
                                     to_wx(found.signer)))) +
        "\n" +
        said(manifest.code_file.empty() ? _("It has no code: all of it is text and rules.")
                                        : _("It has code, which runs in a confined process of its own."));
    if (const auto valid = pages::validity_words(manifest); !valid.empty())
        text += "\n" + said(wxString::Format(_("Valid: %s."), to_wx(valid)));
    if (!manifest.approved_by.empty())
        text += "\n" + said(wxString::Format(found.signer.empty()
                                                 ? _("It says of itself that it was approved by %s.")
                                                 : _("Approved by %s."),
                                             to_wx(manifest.approved_by)));
    if (!manifest.summary.empty())
        text += "\n" + said(to_wx(manifest.summary));
    if (found.here)
        text += "\n" + said(wxString::Format(_("Here now: version %s. A group that runs on it keeps it."),
                                             to_wx(found.here->manifest.version)));
    if (found.signer.empty() && !no_unsigned_.empty())
        text += "\n<b>" + said(to_wx(no_unsigned_)) + "</b>";
    found_ = std::move(found);
    judge(); // first: what it shows takes room
    tell(text, found_->signer.empty() ? "gp-guard" : "gp-notice");
}

void InstallDialog::show_refusal(const Error& error)
{
    request_.reset();
    found_.reset();
    judge();
    const auto words = words_of(error);
    tell("<b>" + to_wx(escape_markup(to_utf8(_("This pack is refused.")))) + "</b>\n" +
             to_wx(escape_markup(to_utf8(words.what))),
         "gp-danger");
}

void InstallDialog::tell(const wxString& markup, const char* style)
{
    platform::remove_style(*box_, box_style_);
    box_style_ = style;
    platform::add_style(*box_, style);
    told_->set_markup(markup);
    fit();
    // As high as the words need, while the screen has room; beyond that they can be scrolled.
    const int more = told_->GetMinSize().y + 2 * FromDIP(10) - box_->GetClientSize().y;
    const auto room = wxDisplay{this}.GetClientArea().GetSize();
    if (more > 0) {
        SetSize(GetSize().x, std::min(GetSize().y + more, room.y));
        CentreOnParent();
        fit();
    }
}

void InstallDialog::fit()
{
    const int width = GetClientSize().x - 2 * FromDIP(14);
    buttons_->flow_to(width);
    Layout();
    told_->fit_to(std::max(FromDIP(160), box_->GetClientSize().x - 2 * FromDIP(10)));
    box_->FitInside();
    box_->Layout();
}

void InstallDialog::judge()
{
    const bool is_unsigned = found_ && found_->signer.empty();
    unsigned_->Show(is_unsigned && no_unsigned_.empty());
    if (!is_unsigned)
        unsigned_->SetValue(false);
    check_->Enable(!request_ && !path_->GetValue().empty());
    install_->Enable(!request_ && found_ &&
                     (!is_unsigned || (no_unsigned_.empty() && unsigned_->GetValue())));
    Layout();
}

void InstallDialog::install()
{
    if (!found_ || request_)
        return;
    request_ = service_.install(
        pack_, unsigned_->GetValue(), by_,
        [this](desk::Desk::InstalledModule done) {
            installed = std::move(done);
            EndModal(wxID_OK);
        },
        [this](const Error& error) { show_refusal(error); });
    judge();
}

} // namespace

std::optional<desk::Desk::InstalledModule> install_pack(wxWindow* parent, ModuleService& service,
                                                        const people::Staff& by,
                                                        const std::string& no_unsigned)
{
    InstallDialog dialog{parent, service, by, no_unsigned};
    dialog.ShowModal();
    return std::move(dialog.installed);
}

} // namespace guidepost::desktop
