// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/modules/module_acts.h"

using namespace guidepost;
using namespace guidepost::desktop;
using people::Role;
using programme::ModuleState;
using programme::Trust;

namespace {

using Acts = std::vector<ModuleAct>;

programme::ModuleView a_module(ModuleState state, Trust trust = Trust::built_in)
{
    programme::ModuleView view;
    view.id = "steps";
    view.manifest.name = "Steps & <stairs>";
    view.manifest.version = "2.1.0";
    view.state = state;
    view.trust = trust;
    return view;
}

constexpr auto here = store::Access::read_write;

} // namespace

TEST_CASE("what can be done with a module fits how it stands", "[desktop]")
{
    CHECK(acts_for(a_module(ModuleState::ready)) == Acts{ModuleAct::verify, ModuleAct::disable});
    CHECK(acts_for(a_module(ModuleState::disabled)) == Acts{ModuleAct::enable});
    CHECK(acts_for(a_module(ModuleState::stopped)) == Acts{ModuleAct::try_again, ModuleAct::disable});
    CHECK(acts_for(a_module(ModuleState::refused)) == Acts{ModuleAct::verify});
    CHECK(acts_for(a_module(ModuleState::refused, Trust::unsigned_)) ==
          Acts{ModuleAct::verify, ModuleAct::remove});
    CHECK(acts_for(a_module(ModuleState::retired, Trust::signed_)) ==
          Acts{ModuleAct::disable, ModuleAct::remove});
}

TEST_CASE("the rights table decides who switches and who installs modules, and the reason is said",
          "[desktop]")
{
    for (const auto role : {Role::officer, Role::specialist, Role::trainer}) {
        CHECK(refusal_of(ModuleAct::verify, {role}, here).empty()); // it only looks
        CHECK(refusal_of(ModuleAct::disable, {role}, here) == "Leads and administrators switch modules.");
        CHECK_FALSE(refusal_of_install({role}, here).empty());
    }
    CHECK(refusal_of(ModuleAct::disable, {Role::lead}, here).empty());
    CHECK(refusal_of(ModuleAct::remove, {Role::lead}, here) ==
          "Administrators install modules and take them away.");
    CHECK_FALSE(refusal_of_unsigned({Role::lead}).empty());
    CHECK(refusal_of(ModuleAct::remove, {Role::administrator}, here).empty());
    CHECK(refusal_of_install({Role::administrator}, here).empty());
    CHECK(refusal_of_unsigned({Role::administrator}).empty());
    CHECK_FALSE(refusal_of(ModuleAct::disable, {}, here).empty()); // nobody is signed in
    CHECK(refusal_of(ModuleAct::disable, {Role::administrator}, store::Access::read_only) ==
          "This desk may not be written.");
    CHECK(refusal_of(ModuleAct::disable, {Role::lead}, here, [](const char*) {
              return std::string{"ie"};
          }).empty());
}

TEST_CASE("a row of the list says name, version, state and whose it is, as text", "[desktop]")
{
    auto view = a_module(ModuleState::stopped, Trust::signed_);
    view.signer = "editors <one>";
    const auto& colours = result_colours(Background::light);
    const auto markup = module_markup(view, colours);
    CHECK(markup.find("<b>Steps &amp; &lt;stairs&gt;</b>") == 0);
    CHECK(markup.find("2.1.0") != std::string::npos);
    CHECK(markup.find("> Stopped </span>") != std::string::npos);
    CHECK(markup.find(colours.warn_back) != std::string::npos);
    CHECK(markup.find("Signed by editors &lt;one&gt;") != std::string::npos);
    view = a_module(ModuleState::refused);
    view.manifest = {};
    CHECK(module_markup(view, colours).find("<b>steps</b>") ==
          0); // what cannot be read has its folder's name
}
