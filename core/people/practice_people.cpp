// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/practice_people.h"

#include "core/people/competence_register.h"
#include "core/people/register.h"
#include "core/people/staff_file.h"
#include "core/text/error.h"
#include "core/text/files.h"

#include <fmt/format.h>

namespace guidepost::people {
namespace {

void must_be_whole(const std::vector<FileProblem>& problems, const std::filesystem::path& file)
{
    if (!problems.empty())
        throw Error{Errc::format, fmt::format("{}:{}: {} {}.", file.string(), problems.front().line,
                                              problems.front().key, problems.front().what)};
}

} // namespace

bool put_practice_people(store::Connection& connection, const std::filesystem::path& content, Clock clock)
{
    if (is_practice(connection))
        return false;
    const auto staff_file = content / "practice" / "staff.yaml";
    const auto contacts_file = content / "practice" / "contacts.yaml";
    const auto staff = read_staff_yaml(read_file(staff_file, largest_staff_file), date_of(clock()));
    const auto contacts = read_contacts_yaml(read_file(contacts_file, largest_staff_file));
    const auto training_file = content / "practice" / "training.yaml";
    const auto training = read_training_yaml(read_file(training_file, largest_staff_file), date_of(clock()));
    must_be_whole(staff.problems, staff_file);
    must_be_whole(training.problems, training_file);
    must_be_whole(contacts.problems, contacts_file);

    store::Transaction transaction{connection};
    if (is_practice(connection)) // another program was quicker
        return false;
    RegisterWriter writer{connection, Login{"practice"}, std::move(clock)};
    writer.mark_practice();
    for (const auto& row : staff.rows)
        writer.put_staff(row.staff);
    for (const auto& contact : contacts.contacts)
        writer.put_contact(contact);
    for (const auto& line : training.lines)
        put_competence(connection, writer, line);
    writer.finish();
    transaction.commit();
    return true;
}

} // namespace guidepost::people
