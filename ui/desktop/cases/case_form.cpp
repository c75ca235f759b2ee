// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/cases/case_form.h"

#include "core/text/text.h"
#include "core/values/case_reference.h"
#include "ui/desktop/cases/case_labels.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int field_letters = 28;

wxString label_of(const CaseKey& key)
{
    return wxGetTranslation(to_wx(case_label(key)));
}

wxString word_of(const CaseKey& key, const std::string& word)
{
    return wxGetTranslation(to_wx(case_word_label(key, word)));
}

} // namespace

CaseForm::CaseForm(wxWindow* parent, int room, std::function<void()> on_change)
    : FormScroll{parent, Ways::down_and_across}, on_change_{std::move(on_change)}
{
    platform::set_accessible_name(*this, _("The case"));
    // One column of fields down the whole form, where the width allows it.
    int widest_word = field_width();
    for (const auto& key : case_keys()) {
        label_width_ = std::max(label_width_, GetTextExtent(label_of(key)).x);
        for (const auto& word : key.words)
            if (!key.is_list())
                widest_word = std::max(widest_word, GetTextExtent(word_of(key, word)).x + FromDIP(60));
    }
    if (label_width_ + widest_word + 4 * FromDIP(form_margin) > room)
        label_width_ = -1;
    auto* const all = new wxBoxSizer{wxVERTICAL};
    for (const auto& section : case_sections())
        add_section(*all, section);
    module_fields_ = new ModuleFieldsPanel{this, ModuleFieldsPanel::For::a_case, "gp-plain-panel"};
    module_fields_->on_changed = on_change_;
    all->Add(module_fields_, wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP | wxRIGHT, FromDIP(16)));
    all->AddSpacer(FromDIP(16));
    SetSizer(all);
    on_resized(*this, [this] {
        for (auto* const hint : hints_)
            hint->fit_to(GetClientSize().x - 2 * FromDIP(form_margin));
        module_fields_->fit_to(GetClientSize().x - 2 * FromDIP(form_margin));
        FitInside();
    });
    FitInside();
}

void CaseForm::add_section(wxSizer& all, const CaseSection& section)
{
    auto* const heading = new wxStaticText{this, wxID_ANY, wxGetTranslation(section.title)};
    heading->SetFont(heading->GetFont().Bold());
    all.Add(heading, wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(16)));
    if (*section.hint) {
        auto* const hint = new FlowText{this, "gp-quiet"};
        hint->set_text(wxGetTranslation(section.hint));
        hints_.push_back(hint);
        all.Add(hint, wxSizerFlags{}.Border(wxLEFT, FromDIP(16)));
    }
    auto* const grid = new wxFlexGridSizer{2, FromDIP(6), FromDIP(14)};
    auto* const lists = new wxBoxSizer{wxVERTICAL};
    for (const auto* const key : section.keys) {
        if (key->is_list())
            add_boxes(*key, *lists);
        else if (!key->words.empty())
            add_choice(*key, *grid);
        else
            add_text(*key, *grid);
    }
    all.Add(grid, wxSizerFlags{}.Border(wxLEFT | wxTOP | wxRIGHT, FromDIP(16)));
    all.Add(lists, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, FromDIP(16)));
}

wxStaticText* CaseForm::add_label(const CaseKey& key, wxSizer& grid)
{
    auto* const label = new wxStaticText{this, wxID_ANY, label_of(key)};
    label->SetMinSize({label_width_, -1});
    grid.Add(label, wxSizerFlags{}.CentreVertical());
    return label;
}

int CaseForm::field_width() const
{
    return GetTextExtent("n").x * field_letters;
}

void CaseForm::add_choice(const CaseKey& key, wxSizer& grid)
{
    add_label(key, grid);
    auto* const choice = new wxChoice{this, wxID_ANY};
    choice->Append(_("Unknown"));
    for (const auto& word : key.words)
        choice->Append(word_of(key, word));
    choice->SetSelection(0);
    platform::set_accessible_name(*choice, label_of(key));
    choice->SetMinSize({std::max(choice->GetBestSize().x, field_width()), -1});
    grid.Add(choice, wxSizerFlags{}.Expand());
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { on_change_(); });
    fields_.push_back({&key, choice,
                       [choice, &key] {
                           const int row = choice->GetSelection();
                           return row < 1 ? std::vector<std::string>{}
                                          : std::vector{key.words[static_cast<std::size_t>(row - 1)]};
                       },
                       [choice, &key](const std::vector<std::string>& values) {
                           const auto known = values.empty()
                                                  ? key.words.end()
                                                  : std::find(key.words.begin(), key.words.end(), values[0]);
                           choice->SetSelection(known == key.words.end()
                                                    ? 0
                                                    : static_cast<int>(known - key.words.begin()) + 1);
                       }});
}

void CaseForm::add_boxes(const CaseKey& key, wxSizer& column)
{
    auto* const grid = new wxFlexGridSizer{3, FromDIP(4), FromDIP(18)};
    std::vector<wxCheckBox*> boxes;
    for (const auto& word : key.words) {
        auto* const box = new wxCheckBox{this, wxID_ANY, word_of(key, word)};
        platform::set_accessible_name(*box, label_of(key) + ": " + word_of(key, word));
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { on_change_(); });
        grid->Add(box);
        boxes.push_back(box);
    }
    column.Add(grid, wxSizerFlags{}.Border(wxTOP, FromDIP(8)));
    fields_.push_back({&key, boxes.front(),
                       [boxes, &key] {
                           std::vector<std::string> values;
                           for (std::size_t i = 0; i < boxes.size(); ++i)
                               if (boxes[i]->GetValue())
                                   values.push_back(key.words[i]);
                           return values;
                       },
                       [boxes, &key](const std::vector<std::string>& values) {
                           for (std::size_t i = 0; i < boxes.size(); ++i)
                               boxes[i]->SetValue(std::find(values.begin(), values.end(), key.words[i]) !=
                                                  values.end());
                       }});
}

void CaseForm::add_text(const CaseKey& key, wxSizer& grid)
{
    add_label(key, grid);
    auto* const field = new wxTextCtrl{this, wxID_ANY};
    if (key.name == "reference")
        reference_ = field;
    else
        field->SetHint(_("Unknown"));
    platform::set_accessible_name(*field, label_of(key));
    UndoField::give_to(*field);
    field->SetMinSize({field_width(), -1});
    grid.Add(field, wxSizerFlags{}.Expand());
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        on_change_();
    });
    fields_.push_back({&key, field,
                       [field] {
                           const auto text = to_utf8(field->GetValue());
                           const std::string value{trimmed(text)};
                           return value.empty() ? std::vector<std::string>{} : std::vector{value};
                       },
                       [field](const std::vector<std::string>& values) {
                           field->ChangeValue(values.empty() ? wxString{} : to_wx(values[0]));
                       }});
}

void CaseForm::show_module_fields(const std::vector<programme::ModuleFields>& fields)
{
    module_fields_->show(fields);
    module_fields_->fit_to(GetClientSize().x - 2 * FromDIP(form_margin));
    FitInside();
    Layout();
}

void CaseForm::show(const CaseProfile& profile)
{
    module_fields_->set_answers(profile.fields);
    for (const auto& field : fields_)
        field.set_values(case_values(profile, *field.key));
}

CaseForm::Answer CaseForm::read() const
{
    Answer answer;
    for (const auto& field : fields_) {
        const auto wrong = put_case_value(answer.profile, *field.key, field.values());
        if (!wrong.empty()) {
            field.focus->SetFocus();
            answer.problem = label_of(*field.key) + " " + to_wx(wrong) + ".";
            return answer;
        }
    }
    answer.problem = to_wx(module_fields_->first_problem());
    if (!answer.problem.empty())
        return answer;
    answer.profile.fields = module_fields_->answers();
    if (!is_case_reference_of_a_desk(answer.profile.reference)) {
        reference_->SetFocus();
        answer.problem =
            _("This reference may say who the case is about. Leave it empty and the desk makes one, "
              "such as north-7k2.");
    }
    return answer;
}

} // namespace guidepost::desktop
