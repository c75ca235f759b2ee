// SPDX-License-Identifier: GPL-2.0-or-later
// Modules in C++: a class with one function for each capability it names.
//
//     namespace module = guidepost::module;
//
//     class Steps : public module::Module<Steps, module::Suitability, module::Plan> {
//     public:
//         std::string assess(std::string_view case_profile);   // JSON in, JSON out
//         std::string plan(std::string_view request);
//     };
//     GUIDEPOST_MODULE(Steps, "steps", "1.0.0")
//
// What such a function throws becomes the reason of a failed call; nothing thrown leaves the library. A
// member function a capability needs and the class has not is an error of the compiler.
#pragma once

#include "plugins/api/guidepost_module.h"

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace guidepost::module {

inline std::string_view view(gp_text text) noexcept
{
    return text.size == 0 ? std::string_view{} : std::string_view{text.data, text.size};
}

/// Says why the call about to fail fails. No host: nothing is said.
inline void report(const gp_host* host, std::string_view message) noexcept
{
    if (host && host->report)
        host->report(host, {message.data(), message.size()});
}

/// Runs `action`, which returns the answer as text, and gives it to the sink. Whatever it throws is
/// reported and ends as 1.
template <class Action>
gp_status answered(const gp_host* host, const gp_sink* out, Action&& action) noexcept
{
    try {
        const std::string answer = action();
        return out->write(out, {answer.data(), answer.size()});
    } catch (const std::exception& e) {
        report(host, e.what());
    } catch (...) {
        report(host, "The module failed and gave no reason.");
    }
    return 1;
}

/// The parts of a module: for each capability its name and the struct behind it. `Self` has the function.
template <class Self>
struct Suitability {
    static constexpr const char* id = GUIDEPOST_SUITABILITY;
    static gp_status assess(gp_module* module, gp_text in, const gp_sink* out) noexcept
    {
        auto& self = *static_cast<Self*>(module->self);
        return answered(self.host(), out, [&] { return self.assess(view(in)); });
    }
    static constexpr gp_suitability_1 functions{assess};
};

template <class Self>
struct Plan {
    static constexpr const char* id = GUIDEPOST_PLAN;
    static gp_status plan(gp_module* module, gp_text in, const gp_sink* out) noexcept
    {
        auto& self = *static_cast<Self*>(module->self);
        return answered(self.host(), out, [&] { return self.plan(view(in)); });
    }
    static constexpr gp_plan_1 functions{plan};
};

template <class Self>
struct Routing {
    static constexpr const char* id = GUIDEPOST_ROUTING;
    static gp_status route(gp_module* module, gp_text in, const gp_sink* out) noexcept
    {
        auto& self = *static_cast<Self*>(module->self);
        return answered(self.host(), out, [&] { return self.route(view(in)); });
    }
    static constexpr gp_routing_1 functions{route};
};

template <class Self>
struct Form {
    static constexpr const char* id = GUIDEPOST_FORM;
    static gp_status fields(gp_module* module, gp_text, const gp_sink* out) noexcept
    {
        auto& self = *static_cast<Self*>(module->self);
        return answered(self.host(), out, [&] { return self.fields(); });
    }
    static constexpr gp_form_1 functions{fields};
};

template <class Self>
struct Group {
    static constexpr const char* id = GUIDEPOST_GROUP;
    static gp_status compose(gp_module* module, gp_text in, const gp_sink* out) noexcept
    {
        auto& self = *static_cast<Self*>(module->self);
        return answered(self.host(), out, [&] { return self.compose(view(in)); });
    }
    static constexpr gp_group_1 functions{compose};
};

/// What every module class is made of. `Self` is made without arguments when the host asks for the module,
/// and dies when the host gives it back.
template <class Self, template <class> class... Capabilities>
class Module {
public:
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    /// None while `Self` is being made; then as long as this lives.
    const gp_host* host() const { return host_; }

    static gp_module* create(const gp_host* host) noexcept
    {
        try {
            auto self = std::make_unique<Self>();
            Module& made = *self;
            made.host_ = host;
            made.handle_ = {self.get(), capability, destroy};
            self.release();
            return &made.handle_;
        } catch (const std::exception& e) {
            report(host, e.what());
        } catch (...) {
            report(host, "The module could not be made and gave no reason.");
        }
        return nullptr;
    }

protected:
    Module() = default;
    ~Module() = default;

private:
    static const void* capability(gp_module*, const char* id) noexcept
    {
        const void* found = nullptr;
        ((std::string_view{id} == Capabilities<Self>::id ? found = &Capabilities<Self>::functions : nullptr),
         ...);
        return found;
    }

    static void destroy(gp_module* module) noexcept { delete static_cast<Self*>(module->self); }

    gp_module handle_{};
    const gp_host* host_ = nullptr;
};

} // namespace guidepost::module

/// The one symbol of the library. Once, at file scope, outside any namespace.
#define GUIDEPOST_MODULE(Type, module_id, module_version)                                                    \
    extern "C" const gp_entry guidepost_module_entry{GUIDEPOST_ABI, module_id, module_version, Type::create};
