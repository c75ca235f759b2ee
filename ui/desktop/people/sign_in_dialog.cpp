// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/sign_in_dialog.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

class SignInDialog : public wxDialog {
public:
    SignInDialog(wxWindow* parent, desk::Desk& desk, Worker& errands);
    const std::optional<people::SignedIn>& session() const { return session_; }

private:
    wxTextCtrl* add_field(wxSizer& to, const wxString& name, long style, wxStaticText** label = nullptr);
    void show_invitation();
    void try_it();

    desk::Desk& desk_;
    Worker& errands_;
    RequestPtr request_;
    std::optional<people::SignedIn> session_;
    wxTextCtrl* login_ = nullptr;
    wxTextCtrl* code_ = nullptr;
    wxStaticText* code_label_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    wxStaticText* password_label_ = nullptr;
    wxCheckBox* invited_ = nullptr;
    FlowText* outcome_ = nullptr;
    wxButton* ok_ = nullptr;
};

SignInDialog::SignInDialog(wxWindow* parent, desk::Desk& desk, Worker& errands)
    : wxDialog{parent, wxID_ANY, _("Sign in")}, desk_{desk}, errands_{errands}
{
    platform::mark_as_dialog(*this);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    login_ = add_field(*fields, _("Login"), 0);
    code_ = add_field(*fields, _("Code of the invitation"), 0, &code_label_);
    password_ = add_field(*fields, _("Password"), wxTE_PASSWORD, &password_label_);
    invited_ = new wxCheckBox{this, wxID_ANY, _("I have an invitation and set my password now")};
    fields->Add(invited_, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
    outcome_ = new FlowText{this, "gp-quiet"};
    outcome_->fit_to(FromDIP(380));
    outcome_->set_text(_("This store belongs to one account of the computer. Signing in says who acts; it "
                         "does not hide the store from whoever has the account."));
    fields->Add(outcome_, wxSizerFlags{}.Border(wxTOP, FromDIP(10)));
    all->Add(fields, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(16)));
    all->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
    SetSizer(all);
    ok_ = static_cast<wxButton*>(FindWindow(wxID_OK));
    ok_->SetLabel(_("Sign in"));
    platform::set_accessible_name(*ok_, _("Sign in"));

    invited_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_invitation(); });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); }, wxID_OK);
    show_invitation();
    CentreOnParent();
    login_->SetFocus();
}

wxTextCtrl* SignInDialog::add_field(wxSizer& to, const wxString& name, long style, wxStaticText** label)
{
    auto* const words = new wxStaticText{this, wxID_ANY, name};
    auto* const field =
        new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxSize{FromDIP(380), -1}, style};
    platform::set_accessible_name(*field, name);
    to.Add(words, wxSizerFlags{}.Border(wxTOP, FromDIP(8)));
    to.Add(field, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    if (label)
        *label = words;
    return field;
}

void SignInDialog::show_invitation()
{
    const bool is_invited = invited_->GetValue();
    code_->Show(is_invited);
    code_label_->Show(is_invited);
    const auto name = is_invited ? _("New password, at least 12 letters") : _("Password");
    password_label_->SetLabel(name);
    platform::set_accessible_name(*password_, name);
    GetSizer()->SetSizeHints(this);
    Fit();
}

void SignInDialog::try_it()
{
    struct Wanted {
        Login login;
        std::string code, password;
        bool is_invited;
    };
    const Wanted wanted{Login{to_utf8(login_->GetValue().Strip(wxString::both))},
                        to_utf8(code_->GetValue().Strip(wxString::both)), to_utf8(password_->GetValue()),
                        invited_->GetValue()};
    ok_->Disable();
    outcome_->set_text(_("One moment..."));
    request_ = ask(
        errands_,
        [&desk = desk_, wanted](const std::stop_token&) {
            const auto connection = desk.open_store();
            if (wanted.is_invited)
                people::accept_invitation(*connection, wanted.login, wanted.code, wanted.password);
            return people::sign_in(*connection, wanted.login, wanted.password);
        },
        [this](people::SignedIn session) {
            session_ = std::move(session);
            EndModal(wxID_OK);
        },
        [this](const Error& error) {
            ok_->Enable();
            outcome_->fit_to(FromDIP(380));
            outcome_->set_text(to_wx(error.what()));
            GetSizer()->SetSizeHints(this);
            Fit();
            password_->SetFocus();
            password_->SelectAll();
        });
}

} // namespace

std::optional<people::SignedIn> ask_to_sign_in(wxWindow* parent, desk::Desk& desk, Worker& errands)
{
    SignInDialog dialog{parent, desk, errands};
    dialog.ShowModal();
    return dialog.session();
}

} // namespace guidepost::desktop
