// SPDX-License-Identifier: GPL-2.0-or-later
// What people found that other programs let through, each for its kind.
#include "core/privacy/guard.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

const Date today = *parse_date("2026-11-22");

const GuardWords& shipped()
{
    static const auto words = read_guard_words(test::source_file("content"));
    return words;
}

using Found = std::vector<std::string>;

/// "phone:07700 900123", in the order of the text.
Found identifiers_in(std::string_view text)
{
    Found found;
    for (const auto& one : find_identifiers(text, today, &shipped().known))
        found.push_back(std::string{word_of(one.what)} + ":" +
                        std::string{text.substr(one.start, one.end - one.start)});
    return found;
}

Found names_in(std::string_view text)
{
    Found found;
    for (const auto& one : guard(text, shipped(), today).names)
        found.emplace_back(text.substr(one.start, one.end - one.start));
    return found;
}

} // namespace

TEST_CASE("an NHS number is no part of a fraction", "[privacy]")
{
    CHECK(identifiers_in("a rate of 0.123456789") == Found{});
    CHECK(identifiers_in("my AB123456C, my BG123456A") == Found{"national-insurance:AB123456C"});
}

TEST_CASE("no blank, dash or invisible character hides a number", "[privacy]")
{
    for (const char* between : {"\t", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u2009", "\u2007", "\u200A",
                                "\u2212", "\u200E", "_", "/"}) {
        const auto nhs = std::string{"943"} + between + "476" + between + "5919";
        CAPTURE(nhs);
        CHECK(identifiers_in("seen " + nhs + " today") == Found{"nhs-number:" + nhs});
        const auto crn = std::string{"X"} + between + "123456";
        CHECK(identifiers_in("CRN " + crn) == Found{"crn:" + crn});
    }
    CHECK(identifiers_in("\uFF38\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16 seen").size() == 1);
    CHECK(identifiers_in("X123456\tA1234BC\t07700 900123") ==
          Found{"crn:X123456", "prison-number:A1234BC", "phone:07700 900123"});
}

TEST_CASE("telephone numbers are found as spreadsheets and other countries write them", "[privacy]")
{
    for (const char* phone : {"7700 900123", "7700900123", "44 7700 900123", "07700/900123", "07700\t900123",
                              "01204 62083", "+353 87 123 4567", "+48 600 123 456", "(020) 7946 0958",
                              "O7700 9OO123", "+44 (0)7700 900123", "07700.900.123"}) {
        CAPTURE(phone);
        CHECK(identifiers_in(std::string{"at "} + phone + " daily") == Found{std::string{"phone:"} + phone});
    }
    CHECK(identifiers_in("(01134960000)") == Found{"phone:01134960000"});
    // Helplines are nobody's.
    CHECK(identifiers_in("ring 0808 2000 247, 0300 123 4567 or 116 123") == Found{});
}

TEST_CASE("a mail address is marked whole, whatever its letters", "[privacy]")
{
    for (const char* mail : {"si\u00E2n@example.org", "jo@ex\u00E4mple.org", "sia\u0302n@example.org",
                             "kim (at) example (dot) org", "kim[at]example.org", "kim at example dot org",
                             "jo\uFF20example.org"}) {
        CAPTURE(mail);
        CHECK(identifiers_in(std::string{"to "} + mail + ", please") == Found{std::string{"email:"} + mail});
    }
    CHECK(identifiers_in("look at the dot on the map") == Found{});
}

TEST_CASE("a date of birth is found in every form beside its word", "[privacy]")
{
    for (const char* date :
         {"12 03 1985", "12\u201303\u20131985", "12\u201103\u20111985", "March 12, 1985", "12031985",
          "120385", "12 Mawrth 1985", "12.3.85", "1985 03 12", "12th March '85", "12/Mar/85"}) {
        CAPTURE(date);
        CHECK(identifiers_in(std::string{"DOB "} + date) == Found{std::string{"date-of-birth:"} + date});
    }
    CHECK(identifiers_in("DOB12031985") == Found{"date-of-birth:12031985"});
    CHECK(identifiers_in("she turned 18 on 3 May") == Found{"date-of-birth:3 May"});
    CHECK(identifiers_in("born the fourth of May nineteen eighty-seven") ==
          Found{"date-of-birth:the fourth of May nineteen eighty-seven"});
    for (const char* clean : {"since 13 April 2012", "sentenced on 3 May 2012", "9 March, 13 men",
                              "review on 3 May", "aged 34 on 3 sessions"})
        CHECK(identifiers_in(clean) == Found{});
}

TEST_CASE("beside its name a number counts whatever its letter says", "[privacy]")
{
    CHECK(identifiers_in("PNC 2008/0056560A") == Found{"pnc-id:2008/0056560A"});
    CHECK(identifiers_in("CRO no 85227/65G") == Found{"cro-number:85227/65G"});
    CHECK(identifiers_in("NHS number 943 476 5918") == Found{"nhs-number:943 476 5918"});
    CHECK(identifiers_in("noms A 1234 B C") == Found{"prison-number:A 1234 B C"});
    CHECK(identifiers_in("Home Office ref A1234567") == Found{"other-number:A1234567"});
    CHECK(identifiers_in("2008/0056560A, 85227/65G, 943 476 5918") == Found{});
}

TEST_CASE("documents, money, accounts and places are identifiers too", "[privacy]")
{
    CHECK(identifiers_in("passport no 123456789") == Found{"passport:123456789"});
    CHECK(identifiers_in("driving licence MORGA657054SM9IJ") == Found{"driving-licence:MORGA657054SM9IJ"});
    CHECK(identifiers_in("his car, AB12 CDE, and reg k123abc") ==
          Found{"vehicle:AB12 CDE", "vehicle:k123abc"});
    CHECK(identifiers_in("IBAN GB29 NWBK 6016 1331 9268 19 here") ==
          Found{"bank-account:GB29 NWBK 6016 1331 9268 19"});
    CHECK(identifiers_in("sort code 12-34-56, account 12345678") ==
          Found{"bank-account:12-34-56", "bank-account:12345678"});
    CHECK(identifiers_in("paid with 4111 1111 1111 1111 twice") == Found{"payment-card:4111 1111 1111 1111"});
    CHECK(identifiers_in("paid with 4111 1111 1111 1112 twice") == Found{});
    CHECK(identifiers_in("insta @kyle_92, snap kyle92") ==
          Found{"online-account:@kyle_92", "online-account:kyle92"});
    CHECK(identifiers_in("see https://www.facebook.com/kyle.92.") ==
          Found{"online-account:https://www.facebook.com/kyle.92"});
    CHECK(identifiers_in("at 12 High Street, Leeds, LS1 4AB now") ==
          Found{"address:12 High Street, Leeds", "postcode:LS1 4AB"});
    CHECK(identifiers_in("lives at flat 3, 12 priory close") == Found{"address:flat 3, 12 priory close"});
    CHECK(identifiers_in("he lives in St. Tudy now") == Found{"place:St. Tudy"});
    for (const char* ordinary :
         {"The group moved to Thursday. Still?", "He moved to Stage two. Kept his place.",
          "His appointment was moved to March. Nobody came."})
        CHECK(identifiers_in(ordinary).empty());
    CHECK(identifiers_in("she goes to Oak Tree Primary School") == Found{"place:Oak Tree Primary School"});
    CHECK(identifiers_in("lives in Cwmgarw, works at the Red Lion") ==
          Found{"place:Cwmgarw", "place:the Red Lion"});
    for (const char* clean :
         {"lives in Leeds", "works for Tesco", "goes to a special school", "lives in Approved Premises",
          "he goes to Building Choices", "12 weeks on the road", "in 2019 Crown Court", "I handle stress",
          "on Facebook e.g. daily", "facebook.com/help", "account of 2019 events", "passport control",
          "a 20 mile drive"}) {
        CAPTURE(clean);
        CHECK(identifiers_in(clean) == Found{});
    }
}

TEST_CASE("a title or a relation outweighs every list of words", "[privacy]")
{
    CHECK(names_in("Mrs May rang. Then PC Monday came.") == Found{"Mrs May", "PC Monday"});
    CHECK(names_in("his partner April, his brother Kent") == Found{"April", "Kent"});
    CHECK(names_in("co-d Hall. nominal Baker. victim: kelly smith") == Found{"Hall", "Baker", "kelly smith"});
    CHECK(names_in("his wife \u041E\u043B\u044C\u0433\u0430 and \u738B\u5C0F\u660E") ==
          Found{"\u041E\u043B\u044C\u0433\u0430", "\u738B\u5C0F\u660E"});
    CHECK(names_in("the victim, J.S., and his son K") == Found{"J.S.", "K"});
    CHECK(names_in("partner A and child B met officer C") == Found{});
    CHECK(names_in("PC 4411 Rafferty") == Found{"PC 4411 Rafferty"});
}

TEST_CASE("a name is seen in small letters, in capitals and as a pair", "[privacy]")
{
    CHECK(names_in("spoke to kayleigh, kyle walker too") == Found{"kayleigh", "kyle walker"});
    CHECK(names_in("KELLY SMITH DID NOT ATTEND TODAY") == Found{"KELLY SMITH"});
    CHECK(names_in("Case of HARGREAVES. OKAFOR, Kyle") == Found{"HARGREAVES", "OKAFOR, Kyle"});
    CHECK(names_in("Walker, Kyle asked. In May, June and July he came.") == Found{"Walker, Kyle"});
    CHECK(names_in("Faith Baker came. So did J. Khan.") == Found{"Faith Baker", "J. Khan"});
    CHECK(names_in("Dafydd ap Gwilym; Se\u00E1n \u00D3 S\u00FAilleabh\u00E1in; Harpreet Kaur") ==
          Found{"Dafydd ap Gwilym", "Se\u00E1n \u00D3 S\u00FAilleabh\u00E1in", "Harpreet Kaur"});
    CHECK(names_in("he hit Chelsea; Kent's mother rang; Summer says no") ==
          Found{"Chelsea", "Kent", "Summer"});
}

TEST_CASE("medicines, prisons, courts, towns, Acts and jobs are no names", "[privacy]")
{
    for (const char* clean :
         {"Sertraline, Pregabalin, Subutex and Zanupiprazole", "HMP Berwyn, Wakefield or Preston",
          "Merthyr Tydfil and Ynys M\u00F4n", "Snaresbrook Crown Court sat", "the Bail Act and a Bill",
          "moved to Chester in May", "Senior Probation Officer", "Leeds, Chester and York",
          "the Preston office", "Hope is important. Will he?", "LexisNexis and StopNCII"}) {
        CAPTURE(clean);
        CHECK(names_in(clean) == Found{});
    }
}

TEST_CASE("a pasted line is redacted whole", "[privacy]")
{
    const std::string text = "Write to si\u00E2n@example.org or ring ((020) 7946 0958 or +48 600 123 456. "
                             "Born 12\u201303\u20131985 and Mrs May agrees.";
    const auto found = guard(text, shipped(), today);
    CHECK(redacted(text, found.identifiers, found.names) ==
          "Write to [email address] or ring ([telephone number] or [telephone number]. Born [date of birth] "
          "and person A agrees.");
}
