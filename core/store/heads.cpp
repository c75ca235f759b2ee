// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/heads.h"

#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace guidepost::store {

namespace {

constexpr std::size_t hash_shown = 32;

/// By the name that is kept elsewhere.
std::map<std::string, std::string> kept_names(Connection& connection)
{
    std::map<std::string, std::string> names;
    connection.query("select chain, hash from event where seq = 1", {}, [&](const Row& row) {
        const auto chain = row.string(0);
        const auto slash = chain.find('/');
        names[chain] = slash == std::string::npos
                           ? chain
                           : chain.substr(0, slash + 1) + std::string{row.text(1).substr(0, hash_shown)};
    });
    return names;
}

} // namespace

std::vector<ChainHead> heads_to_keep(Connection& connection)
{
    const auto names = kept_names(connection);
    auto heads = chain_heads(connection);
    for (auto& head : heads)
        if (const auto name = names.find(head.chain); name != names.end())
            head.chain = name->second;
    return heads;
}

void hide_names(std::vector<Damage>& damages, Connection& connection)
{
    const auto names = kept_names(connection);
    for (auto& damage : damages) {
        const bool is_of_many =
            damage.chain.find('/') != std::string::npos && !damage.chain.starts_with("table/");
        if (const auto name = names.find(damage.chain); name != names.end())
            damage.chain = name->second;
        else if (is_of_many)
            damage.chain.resize(damage.chain.find('/'));
        if (damage.chain.starts_with("table/consultation"))
            damage.event.clear();
    }
}

std::string format_heads(const std::vector<ChainHead>& heads)
{
    std::string text{"# chain, number of its last event, hash of it\n"};
    for (const auto& head : heads)
        text += fmt::format("{} {} {}\n", head.chain, head.seq, head.hash);
    return text;
}

std::vector<ChainHead> parse_heads(std::string_view text)
{
    constexpr std::size_t hash_size = 64;
    std::vector<ChainHead> heads;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        const auto fields = split(line, ' ');
        ChainHead head;
        const auto is_number = [&](const std::string& field) {
            const auto* last = field.data() + field.size();
            return std::from_chars(field.data(), last, head.seq).ptr == last && head.seq > 0;
        };
        if (fields.size() != 3 || !is_number(fields[1]) || fields[2].size() != hash_size)
            throw Error{
                Errc::format,
                fmt::format("Line {} is no head: a chain, a number and a hash are expected.", number)};
        head.chain = fields[0];
        head.hash = fields[2];
        heads.push_back(std::move(head));
    }
    return heads;
}

std::vector<Damage> check_heads(Connection& connection, const std::vector<ChainHead>& kept)
{
    std::map<std::string, std::string> chains; ///< by the name that was kept
    for (const auto& [chain, name] : kept_names(connection))
        chains[name] = chain;
    std::vector<Damage> damages;
    for (const auto& head : kept) {
        const auto found = chains.find(head.chain);
        const auto& chain = found == chains.end() ? head.chain : found->second;
        const auto hash =
            one_text(connection, "select hash from event where chain = $1 and seq = $2", {chain, head.seq});
        if (!hash)
            damages.push_back({head.chain, head.seq, {}, "the end of this chain was cut off"});
        else if (*hash != head.hash)
            damages.push_back({head.chain, head.seq, {}, "this chain is not the one whose head was kept"});
    }
    return damages;
}

} // namespace guidepost::store
