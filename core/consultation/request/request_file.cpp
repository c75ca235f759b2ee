// SPDX-License-Identifier: GPL-2.0-or-later
// The file form of a request, version 1:
//
//     version: 1
//     danger: no                     # yes | no: is anybody in immediate danger now?
//     question: |-
//       May he move in with partner A?
//     decision: ...
//     needed_by: 2026-12-04
//     tried: ...
//     priority: soon                 # routine | soon | urgent
//     responsibility: advice         # advice | joint | take-over
//     specialism: sexual-offending   # left out: the case decides
//     restricted: yes                # or the logins who may see it: [lead-3, officer-14]
//     called: {whom: duty manager, when: "16:20 today"}
//     case: {a case file, as docs/case-file.md describes it}
//     read: [new-partner#do-now]
//     fields: {module.key: answer}   # what programme modules ask for
//     verdicts: ["{...}"]            # JSON, as the modules gave it
#include "core/consultation/request/request.h"
#include "core/guidance/place.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "core/values/case_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr std::string_view this_version = "1";
constexpr std::size_t longest_word = 200;
constexpr std::size_t most_in_list = 100;
constexpr YamlLimits limits{.bytes = 256 * 1024, .values = 2000, .depth = 4};

void check_version(const YamlNode& root)
{
    const auto* version = root.find("version");
    if (!version)
        fail_at(0, "A consultation request says \"version: 1\", and this one has no version");
    if (version->text == this_version)
        return;
    const bool is_number =
        !version->text.empty() && version->text.size() < 10 && version->text != "0" &&
        std::all_of(version->text.begin(), version->text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_number)
        fail_at(version->line,
                fmt::format("version {} of the request needs a newer Guidepost; this one reads version {}",
                            version->text, this_version));
    fail_at(version->line, "version takes 1");
}

/// Text of several lines, without what a screen or a log would trip over.
std::string text_of(const YamlNode& node, std::string_view key, std::size_t longest)
{
    if (node.kind != YamlNode::Kind::text)
        fail_at(node.line, fmt::format("{} takes a text", shown_in_error(key)));
    if (node.text.size() > longest)
        fail_at(node.line, fmt::format("{} is longer than {} bytes", shown_in_error(key), longest));
    if (std::any_of(node.text.begin(), node.text.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        }))
        fail_at(node.line, fmt::format("{} holds a control character", shown_in_error(key)));
    return node.text;
}

std::string word_at(const YamlNode& node, std::string_view key)
{
    auto word = text_of(node, key, longest_word);
    if (word.find('\n') != std::string::npos)
        fail_at(node.line, fmt::format("{} is one line", shown_in_error(key)));
    return word;
}

std::vector<std::string> list_of(const YamlNode& node, std::string_view key, std::size_t longest)
{
    if (node.kind == YamlNode::Kind::text && node.text.empty())
        return {};
    if (node.kind != YamlNode::Kind::list)
        fail_at(node.line, fmt::format("{} takes a list", key));
    if (node.items.size() > most_in_list)
        fail_at(node.line, fmt::format("{} takes at most {} entries", key, most_in_list));
    std::vector<std::string> list;
    for (const auto& item : node.items)
        list.push_back(text_of(item, key, longest));
    return list;
}

void read_restricted(const YamlNode& node, Request& request)
{
    if (node.kind == YamlNode::Kind::list) {
        for (auto& login : list_of(node, "restricted", longest_word)) {
            if (login.empty() || login.find_first_of(" \t\n") != std::string::npos)
                fail_at(node.line, "restricted takes yes, no or a list of logins");
            request.restricted_to.emplace_back(std::move(login));
        }
        request.is_restricted = true;
        return;
    }
    const auto& word = node.text;
    if (node.kind != YamlNode::Kind::text ||
        (word != "yes" && word != "true" && word != "no" && word != "false" && !word.empty()))
        fail_at(node.line, "restricted takes yes, no or a list of logins");
    request.is_restricted = word == "yes" || word == "true";
}

Called read_called(const YamlNode& node)
{
    Called called;
    if (node.kind != YamlNode::Kind::map)
        fail_at(node.line, "called takes whom (a role) and when");
    for (const auto& [key, value] : node.members) {
        if (key == "whom")
            called.whom = word_at(value, key);
        else if (key == "when")
            called.when = word_at(value, key);
        else
            fail_at(value.line, fmt::format("unknown key called.{}", shown_in_error(key)));
    }
    return called;
}

std::optional<bool> yes_or_no(const YamlNode& node, std::string_view key)
{
    const auto& word = node.text;
    if (node.kind != YamlNode::Kind::text ||
        (word != "yes" && word != "true" && word != "no" && word != "false" && !word.empty()))
        fail_at(node.line, fmt::format("{} takes yes or no", key));
    return word.empty() ? std::nullopt : std::optional{word == "yes" || word == "true"};
}

void apply(const std::string& key, const YamlNode& node, Request& request)
{
    if (key == "danger") {
        request.is_danger = yes_or_no(node, key);
    } else if (key == "question" || key == "decision" || key == "tried") {
        auto& place = key == "question"   ? request.question
                      : key == "decision" ? request.decision
                                          : request.tried;
        place = text_of(node, key, longest_text);
    } else if (key == "needed_by") {
        request.needed_by = parse_date(node.text);
        if (!request.needed_by && !(node.kind == YamlNode::Kind::text && node.text.empty()))
            fail_at(node.line, "needed_by takes a date, as in 2026-12-04");
    } else if (key == "priority") {
        request.priority = parse_priority(node.text);
        if (!request.priority)
            fail_at(node.line, "priority takes routine, soon or urgent");
    } else if (key == "responsibility") {
        request.responsibility = parse_responsibility(node.text);
        if (!request.responsibility)
            fail_at(node.line, "responsibility takes advice, joint or take-over");
    } else if (key == "specialism") {
        request.specialism = node.text;
        if (node.kind != YamlNode::Kind::text || (!node.text.empty() && !is_slug(node.text)))
            fail_at(node.line, "specialism takes a-z, 0-9 and hyphens, as in domestic-abuse");
    } else if (key == "restricted") {
        read_restricted(node, request);
    } else if (key == "called") {
        request.called = read_called(node);
    } else if (key == "not_danger") {
        request.not_danger = text_of(node, key, longest_text);
    } else if (key == "case") {
        request.profile = case_from_yaml(node);
    } else if (key == "read") {
        request.read = list_of(node, key, longest_word);
        if (!std::all_of(request.read.begin(), request.read.end(), guidance::is_place))
            fail_at(node.line, "read takes articles, as in new-partner#do-now");
    } else if (key == "verdicts") {
        request.verdicts = list_of(node, key, longest_text);
    } else if (key == "fields") {
        if (node.kind != YamlNode::Kind::map)
            fail_at(node.line, "fields takes keys with their answers");
        for (const auto& [name, value] : node.members)
            request.fields[word_at({.line = value.line, .text = name}, "fields")] =
                text_of(value, name, longest_text);
    } else if (key != "version") {
        fail_at(node.line, fmt::format("unknown key {}", shown_in_error(key)));
    }
}

/// "question: |-" and the lines below it where the block gives the text back whole, else quoted.
std::string text_line(std::string_view key, const std::string& text)
{
    const bool is_block =
        text.find('\n') != std::string::npos && text.front() != ' ' && text.front() != '\n' &&
        text.back() != '\n' && text.find_first_of("\r\t\x7F") == std::string::npos &&
        text.find("\xC2\x85") == std::string::npos &&     // NEL, U+2028 and U+2029: some
        text.find("\xE2\x80\xA8") == std::string::npos && // readers break lines there
        text.find("\xE2\x80\xA9") == std::string::npos && text.find(" \n") == std::string::npos &&
        std::all_of(text.begin(), text.end(),
                    [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; });
    if (!is_block)
        return fmt::format("{}: {}\n", key, yaml_scalar(text));
    std::string result = fmt::format("{}: |-\n", key);
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        result += (end > at ? "  " : "") + text.substr(at, end - at) + '\n';
        at = end + 1;
    }
    return result;
}

std::string list_text(const std::vector<std::string>& values)
{
    std::vector<std::string> parts;
    for (const auto& value : values)
        parts.push_back(yaml_scalar(value));
    return "[" + join(parts, ", ") + "]";
}

} // namespace

Request parse_request(std::string_view yaml)
{
    const auto root = read_yaml(yaml, "a consultation request", limits);
    check_version(root);
    Request request;
    for (const auto& [key, node] : root.members)
        apply(key, node, request);
    return request;
}

std::string format_request(const Request& request)
{
    std::string text = fmt::format("version: {}\n", this_version);
    const auto put_text = [&](std::string_view key, const std::string& value) {
        if (!value.empty())
            text += text_line(key, value);
    };
    const auto put_word = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            text += fmt::format("{}: {}\n", key, yaml_scalar(value));
    };
    if (request.is_danger)
        text += *request.is_danger ? "danger: yes\n" : "danger: no\n";
    put_text("question", request.question);
    put_text("decision", request.decision);
    put_word("needed_by", request.needed_by ? format_date(*request.needed_by) : "");
    put_text("tried", request.tried);
    put_word("priority", request.priority ? word_of(*request.priority) : "");
    put_word("responsibility", request.responsibility ? word_of(*request.responsibility) : "");
    put_word("specialism", request.specialism);
    if (!request.restricted_to.empty()) {
        std::vector<std::string> logins;
        for (const auto& login : request.restricted_to)
            logins.push_back(login.value());
        text += fmt::format("restricted: {}\n", list_text(logins));
    } else if (request.is_restricted) {
        text += "restricted: yes\n";
    }
    if (request.called)
        text += fmt::format("called: {{whom: {}, when: {}}}\n", yaml_scalar(request.called->whom),
                            yaml_scalar(request.called->when));
    put_text("not_danger", request.not_danger);
    if (!(request.profile == CaseProfile{})) {
        text += "case:\n";
        for (const auto& line : split(format_case(request.profile), '\n'))
            text += "  " + line + '\n';
    }
    if (!request.read.empty())
        text += fmt::format("read: {}\n", list_text(request.read));
    if (!request.fields.empty()) {
        text += "fields:\n";
        for (const auto& [key, value] : request.fields)
            text += fmt::format("  {}: {}\n", yaml_scalar(key), yaml_scalar(value));
    }
    if (!request.verdicts.empty())
        text += fmt::format("verdicts: {}\n", list_text(request.verdicts));
    return text;
}

} // namespace guidepost::consultation
