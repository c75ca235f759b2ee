// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/flat_yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace guidepost::guidance {
namespace {

constexpr std::size_t most_values = 200;
constexpr int deepest = 8; ///< of what is passed over

/// Why the reading stopped, and where.
struct NotAllowed {
    int line;
    const char* what;
};

/// Listens to the parser instead of loading a tree: an alias or a deep nesting ends the reading
/// before it costs anything.
class Listener : public YAML::EventHandler {
public:
    std::vector<std::pair<std::string, FlatEntry>> entries;
    std::vector<Problem> nested;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { scalar(mark, anchor, ""); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw NotAllowed{mark.line, "aliases (*name) are not allowed"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        scalar(mark, anchor, value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        refuse_anchor(mark, anchor);
        if (depth_ == 1 && !expects_key_) {
            ++depth_;
            entries.back().second.is_list = true;
        } else {
            pass_over(mark, "a list may only hold plain text");
        }
    }
    void OnSequenceEnd() override { leave(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        refuse_anchor(mark, anchor);
        if (depth_ > 0)
            return pass_over(mark, "a value may be text or a list of texts, nothing deeper");
        ++depth_;
        expects_key_ = true;
    }
    void OnMapEnd() override { leave(); }

private:
    /// Begins, or goes deeper into, what is no plain value. One that is a key has no name to be kept by.
    void pass_over(const YAML::Mark& mark, const char* why)
    {
        if (depth_ == 0 || (depth_ == 1 && expects_key_) || ++deeper_ > deepest)
            throw NotAllowed{mark.line, why};
        if (deeper_ == 1)
            nested.push_back({Severity::error, static_cast<std::size_t>(mark.line) + 1, {}, why});
    }

    void leave()
    {
        if (deeper_ > 0)
            --deeper_;
        else
            --depth_;
        expects_key_ = expects_key_ || (depth_ == 1 && deeper_ == 0);
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const
    {
        if (anchor != YAML::NullAnchor)
            throw NotAllowed{mark.line, "anchors (&name) are not allowed"};
    }

    void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value)
    {
        refuse_anchor(mark, anchor);
        if (deeper_ > 0)
            return;
        if (depth_ == 0)
            throw NotAllowed{mark.line, "lines of \"key: value\" are expected"};
        if (depth_ == 1 && expects_key_) {
            entries.emplace_back(value, FlatEntry{static_cast<std::size_t>(mark.line) + 1});
            expects_key_ = false;
            return;
        }
        auto& values = entries.back().second.values;
        if (values.size() == most_values)
            throw NotAllowed{mark.line, "there are too many values"};
        if (!value.empty())
            values.push_back(value);
        if (depth_ == 1)
            expects_key_ = true;
    }

    int depth_ = 0;  ///< within the map and one of its lists
    int deeper_ = 0; ///< within what is passed over
    bool expects_key_ = false;
};

} // namespace

FlatYaml read_flat_yaml(std::string_view text)
{
    FlatYaml result;
    const auto stopped = [&](int line, std::string message) {
        result.problem = Problem{
            Severity::error, line < 0 ? 0 : static_cast<std::size_t>(line) + 1, {}, std::move(message)};
    };
    Listener listener;
    try {
        std::istringstream stream{std::string{text}};
        YAML::Parser parser{stream};
        parser.HandleNextDocument(listener);
    } catch (const NotAllowed& e) {
        stopped(e.line, e.what);
    } catch (const YAML::Exception& e) {
        stopped(e.mark.line, fmt::format("this is not readable YAML ({})", e.msg));
    }
    result.entries = std::move(listener.entries);
    result.nested = std::move(listener.nested);
    return result;
}

} // namespace guidepost::guidance
