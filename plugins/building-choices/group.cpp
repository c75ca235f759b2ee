// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/group.h"

#include "plugins/building-choices/blanks.h"
#include "plugins/building-choices/cohort.h"

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>

namespace guidepost::building_choices {
namespace {

// source records: programme-brochures
constexpr std::size_t largest_of_brochures = 12;

/// A member with what the identifier says, worked out once.
struct Seat {
    const Member* member;
    Labels labels;
    Level risk;
    bool is_risk_known;
    Pathway pathway;
    bool is_pathway_open;
};
using Group = std::vector<const Seat*>;
using Names = std::vector<std::string>;

Names names_of(const Group& group)
{
    Names names;
    for (const auto* seat : group)
        names.push_back(seat->member->name);
    return names;
}

Group those(const Group& group, const std::function<bool(const Seat&)>& is_one)
{
    Group found;
    std::copy_if(group.begin(), group.end(), std::back_inserter(found),
                 [&](const Seat* seat) { return is_one(*seat); });
    return found;
}

std::string listed(const Names& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

bool maintains_innocence(const Seat& seat)
{
    return seat.member->answers.innocence == Innocence::maintains;
}
bool is_woman(const Seat& seat)
{
    return seat.member->answers.sex == Sex::female;
}
bool is_man(const Seat& seat)
{
    return seat.member->answers.sex == Sex::male;
}
bool is_custody_seat(const Seat& seat)
{
    return seat.member->answers.setting && is_custody(*seat.member->answers.setting);
}
bool is_community_seat(const Seat& seat)
{
    return seat.member->answers.setting == Setting::community;
}

class Looking {
public:
    explicit Looking(const Group& group) : group_{group} {}

    std::vector<Finding> run()
    {
        size();
        non_associations();
        settings_and_pathways();
        innocence();
        risk();
        learning();
        sex();
        cohort();
        ages();
        unknown();
        std::stable_sort(findings_.begin(), findings_.end(),
                         [](const auto& a, const auto& b) { return a.severity > b.severity; });
        return std::move(findings_);
    }

private:
    void add(Severity severity, std::string step, std::string text, const Group& members = {})
    {
        findings_.push_back({severity, std::move(step), std::move(text), names_of(members)});
    }

    void size()
    {
        if (group_.size() == 1)
            add(Severity::stop, "Size", "One person is no group.", group_);
        if (group_.size() > largest_of_brochures)
            add(Severity::concern, "Size",
                "Brochures up to 2022 spoke of up to 12 people; the size for this programme was not found. "
                "Ask "
                "the treatment manager.");
    }

    void non_associations()
    {
        for (std::size_t i = 0; i < group_.size(); ++i)
            for (std::size_t j = i + 1; j < group_.size(); ++j)
                if (must_not_meet(*group_[i], *group_[j]) || must_not_meet(*group_[j], *group_[i]))
                    add(Severity::stop, "Non-association",
                        group_[i]->member->name + " and " + group_[j]->member->name +
                            " must not be together. One of them goes to another group.",
                        {group_[i], group_[j]});
    }

    static bool must_not_meet(const Seat& seat, const Seat& other)
    {
        const auto& names = seat.member->not_with;
        return std::find(names.begin(), names.end(), other.member->name) != names.end();
    }

    void settings_and_pathways()
    {
        const auto custody = those(group_, is_custody_seat);
        const auto community = those(group_, is_community_seat);
        if (!custody.empty() && !community.empty())
            add(Severity::stop, "Setting", "Custody and community cannot share a room.",
                custody.size() <= community.size() ? custody : community);
        const auto open = those(group_, [](const Seat& seat) { return seat.is_pathway_open; });
        const auto outside = those(group_, [](const Seat& seat) {
            return !seat.is_pathway_open && seat.pathway == Pathway::alternative &&
                   !seat.member->answers.was_eligible_before;
        });
        const auto high = those(
            group_, [](const Seat& seat) { return !seat.is_pathway_open && seat.pathway == Pathway::high; });
        if (!outside.empty())
            add(Severity::concern, "Pathway",
                "The needs identifier points to the alternative pathway. Is there an override with its "
                "reason?",
                outside);
        if (!high.empty() && high.size() < group_.size())
            add(Severity::concern, "Intensity",
                "The needs identifier points to high intensity, not to the intensity of the others.", high);
        if (!open.empty())
            add(Severity::note, "Pathway", "The needs identifier lacks answers that decide.", open);
    }

    void innocence()
    {
        const auto deniers = those(group_, maintains_innocence);
        const auto appeals = those(
            group_, [](const Seat& seat) { return seat.member->answers.innocence == Innocence::appeal; });
        if (deniers.size() == 1 && group_.size() > 1)
            add(Severity::concern, "Alone",
                "The only one who maintains innocence. It is no bar to the programme; name who looks after "
                "this "
                "person, and ask whether somebody else once did the same.",
                deniers);
        if (deniers.size() > 1 && deniers.size() == group_.size())
            add(Severity::concern, "Voice",
                "All maintain innocence: nobody is there who has moved on. Plan exercises that supply the "
                "missing voice.",
                deniers);
        const bool is_all_low = std::all_of(group_.begin(), group_.end(), [](const Seat* seat) {
            return seat->is_risk_known && seat->risk == Level::low;
        });
        if (!deniers.empty() && is_all_low && group_.size() > 1)
            add(Severity::concern, "Voice",
                "Everybody here is low risk. Practitioners say that challenge by peers worked best where "
                "high "
                "and medium risk were mixed.",
                deniers);
        if (!appeals.empty())
            add(Severity::note, "Appeal",
                "An appeal is pending. That is another thing than maintaining innocence: what is said in the "
                "group may matter to it. Ask before the first session.",
                appeals);
    }

    void risk()
    {
        const auto low =
            those(group_, [](const Seat& seat) { return seat.is_risk_known && seat.risk == Level::low; });
        const auto high =
            those(group_, [](const Seat& seat) { return seat.is_risk_known && seat.risk == Level::high; });
        if (!low.empty() && !high.empty())
            add(Severity::concern, "Mixed risk",
                "Low risk (" + listed(names_of(low)) + ") beside high risk (" + listed(names_of(high)) +
                    "). Who could lead whom the wrong way, and who could be hurt?",
                those(group_,
                      [](const Seat& seat) { return seat.is_risk_known && seat.risk != Level::medium; }));
    }

    void learning()
    {
        const auto with = those(group_, [](const Seat& seat) { return seat.labels.has_learning_needs; });
        if (with.empty() || with.size() == group_.size())
            return;
        if (with.size() == 1)
            add(Severity::concern, "Alone",
                "The only one with learning needs (LDC). Slow the handouts for all, not for one.", with);
        else if (with.size() * 2 >= group_.size())
            add(Severity::concern, "Pace", "Half or more have learning needs: should this be an LDC group?",
                with);
        else
            add(Severity::note, "Pace", "Some have learning needs (LDC): plan the pace for them.", with);
    }

    void sex()
    {
        const auto women = those(group_, is_woman);
        const auto men = those(group_, is_man);
        if (women.empty() || men.empty())
            return;
        if (women.size() == 1 || men.size() == 1)
            add(Severity::concern, "Alone",
                women.size() == 1 ? "One woman among men: treatment manager and women's lead decide."
                                  : "One man among women: treatment manager and women's lead decide.",
                women.size() == 1 ? women : men);
        add(Severity::note, "Mixed group",
            "The service allows mixed groups; no published guidance on mixing was found. Ask the women's "
            "lead.");
    }

    void cohort()
    {
        const auto sexual =
            those(group_, [](const Seat& seat) { return seat.labels.cohort == Cohort::sexual; });
        const auto general = those(group_, [](const Seat& seat) {
            return seat.labels.cohort == Cohort::general && seat.labels.is_cohort_certain;
        });
        if (sexual.empty() || general.empty())
            return;
        const auto& fewer = sexual.size() <= general.size() ? sexual : general;
        add(fewer.size() == 1 ? Severity::concern : Severity::note, "Cohort",
            fewer.size() == 1
                ? "The only one of this cohort: the service would put this person elsewhere."
                : "Two cohorts. The programme is for shared needs, not offences, yet the service "
                  "keeps sexual and general groups apart.",
            fewer);
    }

    void ages()
    {
        constexpr int young = 21;
        constexpr int old = 70;
        const auto lone = [&](const std::function<bool(int)>& is_one, const char* text) {
            const auto found = those(group_, [&](const Seat& seat) {
                return seat.member->answers.age && is_one(*seat.member->answers.age);
            });
            if (found.size() == 1 && group_.size() > 1)
                add(Severity::note, "Alone", text, found);
        };
        lone([](int age) { return age < young; }, "The only one under 21.");
        lone([](int age) { return age > old; }, "The only one over 70.");
        const auto children = those(group_, [](const Seat& seat) {
            return seat.member->answers.age && *seat.member->answers.age < 18;
        });
        if (!children.empty())
            add(Severity::stop, "Age", "The programme is for people of 18 and over.", children);
    }

    void unknown()
    {
        const auto silent = those(group_, [](const Seat& seat) { return !seat.member->answers.innocence; });
        if (!silent.empty())
            add(Severity::note, "Not known",
                "Whether they maintain innocence is not recorded: ask their officers.", silent);
        const auto unscreened =
            those(group_, [](const Seat& seat) { return !seat.labels.is_learning_known; });
        if (!unscreened.empty())
            add(Severity::note, "Not known", "No learning screening is recorded.", unscreened);
    }

    const Group& group_;
    std::vector<Finding> findings_ = {};
};

std::string label_of(const Group& group)
{
    const auto is_any = [&](const std::function<bool(const Seat&)>& is_one) {
        return !those(group, is_one).empty();
    };
    std::string label =
        is_any([](const Seat& seat) { return seat.labels.cohort == Cohort::sexual; }) ? "Sexual" : "General";
    if (is_any([](const Seat& seat) { return seat.labels.has_learning_needs; }))
        label += " LDC";
    const bool has_women = is_any(is_woman);
    const bool has_men = is_any(is_man);
    if (has_women || has_men)
        label += has_women && has_men ? ", mixed" : has_women ? ", female" : ", male";
    return label;
}

/// What comes and goes, leaving aside what only lists other people than before.
std::string change_text(const std::vector<Finding>& before, const std::vector<Finding>& after,
                        const std::string& leaver)
{
    const auto is_about = [](const Finding& finding, const Finding& other) {
        return finding.severity == other.severity && finding.step == other.step &&
               (finding.members == other.members || finding.severity == Severity::note);
    };
    const auto without_leaver = [&](Finding finding) {
        std::erase(finding.members, leaver);
        return finding;
    };
    std::string text;
    const auto say = [&](const std::string& words) {
        text += (text.empty() ? "" : " ") + words;
    };
    for (const auto& finding : after) {
        const bool is_new = std::none_of(before.begin(), before.end(), [&](const Finding& old) {
            return is_about(finding, without_leaver(old));
        });
        if (is_new && finding.severity != Severity::note)
            say((finding.members.empty() ? "" : listed(finding.members) + ": ") + finding.text);
    }
    for (const auto& finding : before) {
        const bool is_gone = std::none_of(after.begin(), after.end(), [&](const Finding& left) {
            return is_about(left, without_leaver(finding));
        });
        if (is_gone && finding.severity != Severity::note)
            say("No longer there: " + finding.step +
                (finding.members.empty() ? "." : " (" + listed(finding.members) + ")."));
    }
    return text;
}

} // namespace

std::string_view word_of(Severity severity)
{
    switch (severity) {
    case Severity::stop:
        return "stop";
    case Severity::concern:
        return "concern";
    case Severity::note:
        break;
    }
    return "note";
}

Composition composition_of(const std::vector<Member>& members)
{
    std::set<std::string> names;
    std::vector<Seat> seats;
    for (const auto& member : members) {
        if (!names.insert(member.name).second)
            throw std::runtime_error{"Two members have the same name."};
        const auto risk = risk_of(member.answers);
        seats.push_back({&member, labels_of(member.answers), risk.level, risk.is_any_answered,
                         outcome_of(member.answers).pathway,
                         prospects_of(member.answers).is_missing_information});
    }
    Group group;
    for (const auto& seat : seats)
        group.push_back(&seat);

    Composition composition;
    if (group.empty())
        return composition;
    composition.label = label_of(group);
    composition.findings = Looking{group}.run();
    for (const auto& member : members)
        for (const auto& other : member.not_with)
            if (!names.contains(other)) {
                composition.findings.push_back({Severity::note,
                                                "Non-association",
                                                "One of those named is not on this list.",
                                                {member.name}});
                break;
            }
    for (std::size_t i = 0; i < group.size() && group.size() > 1; ++i) {
        auto rest = group;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        const auto text = change_text(Looking{group}.run(), Looking{rest}.run(), group[i]->member->name);
        if (!text.empty())
            composition.without.push_back({group[i]->member->name, text});
    }
    return composition;
}

} // namespace guidepost::building_choices
