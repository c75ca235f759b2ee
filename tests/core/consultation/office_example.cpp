// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/consultation/office_example.h"

#include "core/desk/verifiers.h"
#include "core/text/digest.h"
#include "tests/support/catch.h"

namespace guidepost::test {

using namespace consultation;
using people::Level;
using people::Role;

const Rules& shipped_rules()
{
    static const auto rules = read_rules(source_file("content"));
    return rules;
}

Timestamp on_monday(int hour, int minute)
{
    return from_london(Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}},
                       hour * 60 + minute);
}

EventId an_id()
{
    return EventId{uuid_v7(system_now())};
}

Request ask_for(const std::string& question)
{
    Request request;
    request.question = question;
    request.decision = "Whether he starts";
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{30}};
    request.tried = "Two sessions on the offence";
    request.priority = Priority::soon;
    request.is_danger = false;
    request.responsibility = Responsibility::advice;
    request.specialism = "sexual-offending";
    request.profile.offence = {"sexual"};
    request.profile.rosh["public"] = "medium";
    return request;
}

Office::Office() : connection_{store::open_store(dir_.path())}
{
    const auto add = [&](const char* login, std::set<Role> roles, const char* region,
                         Level level = Level::senior, const char* field = "sexual-offending") {
        people::Staff person;
        person.login = Login{login};
        person.display_name = login;
        person.roles = std::move(roles);
        person.region = region;
        person.band = 4;
        person.weekly_minutes = 300;
        if (people::has_role(person, Role::specialist))
            person.skills = {{field, level, "", {}}};
        everybody_.push_back(std::move(person));
    };
    add("officer-14", {Role::officer}, "North West");
    add("officer-15", {Role::officer}, "North West");
    add("specialist-3", {Role::officer, Role::specialist}, "North West");
    add("specialist-5", {Role::specialist}, "North West");
    add("specialist-7", {Role::specialist}, "Wales");
    add("specialist-9", {Role::specialist}, "North West", Level::senior, "domestic-abuse");
    add("lead-1", {Role::lead}, "North West");
    add("lead-2", {Role::lead}, "Wales");
    add("trainer-1", {Role::trainer}, "North West");
    add("administrator-1", {Role::administrator}, "North West");
    person("specialist-5").weekly_minutes = 200; // less free time: the second choice
    publish("maintaining-innocence");
}

people::Staff& Office::person(const std::string& login)
{
    for (auto& person : everybody_)
        if (person.login.value() == login)
            return person;
    FAIL("nobody is called " << login);
    return everybody_.front();
}

Reader Office::reader(const std::string& login)
{
    return reader_of(person(login), everybody_, to_london(now).day);
}

Work Office::work(const std::string& login)
{
    return {*connection_, shipped_rules(), everybody_, reader(login), now};
}

Result Office::run(const std::string& login, const Command& command)
{
    return consultation::run(command, work(login));
}

ConsultationRef Office::done(const std::string& login, const Command& command)
{
    const auto result = run(login, command);
    if (const auto* refused = std::get_if<Refused>(&result))
        FAIL(login << " was refused: " << refused->sentence);
    REQUIRE(std::holds_alternative<Done>(result));
    return std::get<Done>(result).ref;
}

std::optional<Refusal> Office::refused(const std::string& login, const Command& command)
{
    const auto result = run(login, command);
    const auto* refused = std::get_if<Refused>(&result);
    return refused ? std::optional{refused->why} : std::nullopt;
}

ConsultationRef Office::sent()
{
    return done("officer-14", Ask{an_id(), ask_for()});
}

ConsultationRef Office::accepted()
{
    const auto ref = sent();
    return done("specialist-3", AcceptOffer{an_id(), ref});
}

ConsultationRef Office::answered()
{
    const auto ref = accepted();
    Reply reply{an_id(),
                ref,
                "Yes, he may.",
                {"maintaining-innocence#do-now"},
                read("specialist-3", ref).moved_inside};
    return done("specialist-3", reply);
}

Thread Office::read(const std::string& login, const ConsultationRef& ref)
{
    auto thread = Board{*connection_, shipped_rules()}.read(ref, reader(login), now);
    REQUIRE(thread);
    return *thread;
}

bool Office::can_read(const std::string& login, const ConsultationRef& ref)
{
    return Board{*connection_, shipped_rules()}.read(ref, reader(login), now).has_value();
}

std::vector<ConsultationRef> Office::list(const std::string& login, ListKind kind)
{
    std::vector<ConsultationRef> refs;
    for (const auto& listed : Board{*connection_, shipped_rules()}.list(kind, reader(login), now))
        refs.push_back(listed.ref);
    return refs;
}

void Office::publish(const std::string& article, guidance::ArticleState state)
{
    const SourceId source{"own"};
    store::Transaction transaction{*connection_};
    guidance::LibraryWriter writer{*connection_, "trainer-1", system_now};
    writer.put_source({.id = source, .title = "Our own", .root = "own"});
    writer.publish(ArticleId{article}, state, source, article + ".md", article,
                   "# " + article + "\n\n## Do now\n\nRing.\n\n## Why\n\nBecause.\n");
    writer.finish();
    transaction.commit();
}

bool Office::verifies()
{
    const auto damages = desk::verify_store(profile(), shipped_rules()).damages;
    for (const auto& damage : damages)
        UNSCOPED_INFO(damage.chain << " " << damage.event << ": " << damage.what);
    return damages.empty();
}

} // namespace guidepost::test
