// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/check_letters.h"
#include "core/privacy/privacy_guard.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

const Date today = *parse_date("2026-11-21");

/// The kinds found, with what they stand on: "crn:X123456".
std::vector<std::string> found_in(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto& finding : find_identifiers(text, today))
        found.push_back(std::string{name_of(finding.what)} + ":" +
                        std::string{text.substr(finding.start, finding.end - finding.start)});
    return found;
}

using Found = std::vector<std::string>;

struct Case {
    PersonalData what;
    std::string text;
};

void require_found(PersonalData what, const std::string& identifier)
{
    for (const auto& [before, after] :
         {std::pair{"", ""}, std::pair{"He is ", " on the system."}, std::pair{"(", ")"},
          std::pair{"no:", ","}, std::pair{"\u201C", "\u201D"}, std::pair{"_", "_"}}) {
        const auto text = before + identifier + after;
        CAPTURE(text);
        const auto findings = find_identifiers(text, today);
        REQUIRE(findings.size() == 1);
        const auto start = std::string_view{before}.size();
        REQUIRE(findings.front() == Finding{what, start, start + identifier.size()});
    }
}

void require_clean(const std::string& text)
{
    CAPTURE(text);
    REQUIRE(found_in(text) == Found{});
}

} // namespace

TEST_CASE("a case reference number is found in every way it is written", "[privacy]")
{
    for (const char* crn : {"X123456", "x123456", "D 123456", "X-123456", "X.123456", "X 123 456",
                            "X12-34-56", "A123456", "A 123456"})
        require_found(PersonalData::crn, crn);
    for (const char* text : {"X12345", "X1234567", "VY123456", "1X123456", "X123456Z", "a 123456 pound debt",
                             "category B 2019-20", "on page C 10.12.25", "X 1 2 3 4 5 6"})
        require_clean(text);
}

TEST_CASE("a prison number is found in every way it is written", "[privacy]")
{
    for (const char* number : {"A1234BC", "a1234bc", "A 1234 BC", "A-1234-BC", "A1234.BC", "A12 34BC"})
        require_found(PersonalData::prison_number, number);
    for (const char* text : {"A123B", "A1234B", "A1234BCD", "AB1234BC", "in a 2019 HM report",
                             "category B 2019 to 2021", "CATEGORY B 2019 TO 2021", "tier C 2024 as before"})
        require_clean(text);
}

TEST_CASE("a booking number counts only near the word", "[privacy]")
{
    REQUIRE(found_in("booking number 12345A") == Found{"prison booking number:12345A"});
    REQUIRE(found_in("Booking: A12345") == Found{"prison booking number:A12345"});
    REQUIRE(found_in("AB1234 is the booking") == Found{"prison booking number:AB1234"});
    require_clean("room 12345A, door A12345, form AB1234");
    require_clean("overbooking A12345");
}

TEST_CASE("a PNC id is found when its letter fits", "[privacy]")
{
    for (const char* id :
         {"2008/0056560Z", "1979/0123456T", "08/56560Z", "79/123456T", "2008/56560Z", "20080056560Z",
          "080056560Z", "2008/0056560z", "2008 / 0056560 Z", "2008/0056560-Z"})
        require_found(PersonalData::pnc_id, id);
    for (const char* text : {"2008/0056560A", "1979/0123456Z", "208/0056560Z", "2008/00565600Z",
                             "2008/0056560", "the 1990s", "a 250k fraud", "in 12/2019 a man"})
        require_clean(text);
}

TEST_CASE("a CRO number is found when its letter fits", "[privacy]")
{
    for (const char* number :
         {"65656/91H", "SF05/482703J", "65656/91h", "sf05/482703j", "SF 05/482703J", "65656 / 91 H"})
        require_found(PersonalData::cro_number, number);
    for (const char* text : {"85227/65G", "SF05/482703K", "65656/1991H", "SF5/482703J"})
        require_clean(text);
}

TEST_CASE("a National Insurance number is found when its letters may stand there", "[privacy]")
{
    for (const char* number : {"AB123456C", "ab123456c", "AB 12 34 56 C", "AB-12-34-56-C", "AB123456",
                               "TN010203M", "TN 01 02 03 F"})
        require_found(PersonalData::national_insurance, number);
    for (const char* text : {"DB123456C", "AO123456C", "BG123456C", "GB123456C", "KN123456C", "NK123456C",
                             "NT123456C", "TN123456C", "ZZ123456C", "AB123456E", "AB1234567",
                             "at 10.12.25 and on 10.12.25 a man came", "seen by 10-12-25", "we 123456"})
        require_clean(text);
}

TEST_CASE("an NHS number is found when its last digit fits", "[privacy]")
{
    for (const char* number : {"943 476 5919", "9434765919", "943-476-5919", "943.476.5919",
                               "943\u00A0476\u00A0"
                               "5919"})
        require_found(PersonalData::nhs_number, number);
    for (const char* text :
         {"943 476 5918", "943 476 591", "943 476 59191", "0000000000", "1111111111", "9 4 3 4 7 6 5 9 1 9"})
        require_clean(text);
}

TEST_CASE("a whole postcode is found, an area is not", "[privacy]")
{
    for (const char* code : {"M1 1AE", "m1 1ae", "M11AE", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB",
                             "EC1A1BB", "B33-8TH", "m1  1ae"})
        require_found(PersonalData::postcode, code);
    for (const char* text :
         {"the M1 area", "SW1A", "M60", "section s28 2nd paragraph", "on the M1 2pm", "tier B2 1st review",
          "N54DUR", "N54 DUR", "ABC1 1AE", "M1 1AEX", "see GP-M123AB"})
        require_clean(text);
}

TEST_CASE("a date of birth is found near the word or by the age it gives", "[privacy]")
{
    for (const char* date : {"12/03/1990", "12/3/90", "1-3-1990", "12.03.1990", "12 March 1990",
                             "12 Mar 1990", "12th of March 1990", "12-Mar-90", "1990-03-12", "1990/03/12",
                             "12 / 03 / 1990", "21/11/2016", "12 mar 90", "2 Sept. 1951"})
        require_found(PersonalData::date_of_birth, date);
    for (const char* text : {"born 12/03/2024", "DOB: 12/03/24", "d.o.b. 1 May 2025",
                             "12/03/2024 (date of birth)", "born on 12.03.24", "aged 2 (12/03/2024)"})
        REQUIRE(found_in(text).size() == 1);
    for (const char* text :
         {"22/11/2016", "review by 12/03/27", "12/03/2024", "released 21 November 2026", "31/02/1990",
          "12/13/1990", "00/00/1990", "paragraph 1.2.15", "11.12", "1/2", "a 34 year old", "aged 34",
          "he is 34, born in Leeds", "12/03/1899", "12 Marchers 1990", "2026-11-21T10:00"})
        require_clean(text);
}

TEST_CASE("telephone numbers and email addresses are found", "[privacy]")
{
    for (const char* phone :
         {"01134960000", "0113 496 0000", "07700 900123", "07700-900-123", "020 7946 0958", "+447700900123",
          "+44 7700 900123", "+44 (0)20 7946 0958", "0044 113 496 0000"})
        require_found(PersonalData::phone, phone);
    REQUIRE(found_in("(0113) 496 0000") == Found{"telephone number:(0113) 496 0000"});
    for (const char* mail : {"a@example.org", "first.last+tag@sub.example.co.uk", "FIRST@EXAMPLE.ORG"})
        require_found(PersonalData::email, mail);
    for (const char* text : {"0113 496 000", "0113 496 00000", "0.12345678901", "0 1 2 3 4 5 6 7 8 9 0",
                             "@home", "a@b", "3 @ 2.50", "user@", "@.uk", "ring 999 or 101"})
        require_clean(text);
}

TEST_CASE("what looks like an identifier in this field and is none stays clean", "[privacy]")
{
    for (const char* text : {"11.12",
                             "OASys 6.12, 11.12 and 1.30 are scored 2, 1 and 0",
                             "ARP 55.0% and VRP 20.0%, CSRP 1.2%",
                             "section 28 of the 2007 Act",
                             "s.39(1)",
                             "ss. 325-327",
                             "PDU N54DUR",
                             "session 3.2 of module 4",
                             "OGRS3 and OGRS4",
                             "BCM2",
                             "GP-7K2M9Q",
                             "north-7k2",
                             "MAPPA 2 level 3",
                             "tier B2",
                             "C1 licence condition",
                             "RM2000",
                             "under the 2003 Act, s.77",
                             "15 days, 6 weeks or 12 weeks",
                             "10,000 hours",
                             "items 1.30 6.11 11.11 11.12 6.12 12.1 12.9 6.1 6.6"})
        require_clean(text);
}

TEST_CASE("several identifiers are found in order and none over another", "[privacy]")
{
    const std::string text = "X123456 lives at M1 1AE, 07700 900123/07700 900124, x@example.org, A1234BC";

    REQUIRE(found_in(text) == Found{"case reference number (CRN):X123456", "postcode:M1 1AE",
                                    "telephone number:07700 900123", "telephone number:07700 900124",
                                    "email address:x@example.org", "prison number:A1234BC"});
}

TEST_CASE("check letters are those of the published examples", "[privacy]")
{
    REQUIRE(pnc_letter("08", "0056560") == 'Z');
    REQUIRE(pnc_letter("08", "56560") == 'Z');
    REQUIRE(pnc_letter("79", "0123456") == 'T');
    REQUIRE(cro_letter("91", "65656", false) == 'H');
    REQUIRE(cro_letter("05", "482703", true) == 'J');
    REQUIRE(cro_letter("65", "85227", false) != 'G');
    REQUIRE(is_nhs_number("9434765919"));
    REQUIRE_FALSE(is_nhs_number("943476591"));
    REQUIRE_FALSE(is_nhs_number(""));
}

TEST_CASE("any bytes at all are read without harm", "[privacy]")
{
    std::uint32_t seed = 7;
    const std::string_view likely{"0123456789ABXYZabxyz@/.- +()\xC2\xA0\xE2\x80\x93\xFF%,\n"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            seed = seed * 1664525 + 1013904223;
            text += likely[(seed >> 16) % likely.size()];
        }
        std::size_t last = 0;
        for (const auto& finding : find_identifiers(text, today)) {
            REQUIRE(finding.start >= last);
            REQUIRE(finding.end > finding.start);
            REQUIRE(finding.end <= text.size());
            last = finding.end;
        }
    }
    for (std::size_t size = 0; size < 20; ++size) {
        const std::string whole = "SF05/482703J x@example.org";
        find_identifiers(std::string_view{whole}.substr(0, size), today);
        find_identifiers(std::string_view{whole}.substr(size), today);
    }
}

TEST_CASE("the guard costs in proportion to the text, whatever it is made of", "[privacy]")
{
    const std::string pattern =
        GENERATE(as<std::string>{}, "1", "1 ", "0 ", "a@", "@", "A1", "A1 ", "12/", "1-", "12/03/", "born ",
                 "booking A1234 ", "+44 (0)", "\xC2\xA0", "a.", "12 march ", "GP-", "12 a ", "12 High ",
                 "flat 1, ", "lives at ", "@a", "insta is ", "account ", "a at b dot ", "a@b.",
                 "the fourth of ", "passport no ", "GB12 ABCD ", "\u0430", "High School of ", "+4 ", "a");
    std::string text;
    while (text.size() < (1u << 20))
        text += pattern;
    const std::string_view part = std::string_view{text}.substr(0, text.size() / test::Growth::span);

    const auto cost = test::growth([&] { find_identifiers(part, today); },
                                   [&] { REQUIRE(find_identifiers(text, today).size() < text.size()); });

    CAPTURE(pattern, cost.once, cost.longer);
    REQUIRE(cost.is_in_proportion());
}
