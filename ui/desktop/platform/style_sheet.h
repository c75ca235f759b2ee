// SPDX-License-Identifier: GPL-2.0-or-later
// The style sheet of the window, for GTK. Colours are named once for light and once for dark; every
// pair of text and ground has a contrast of 4.5 to 1 or more. Sizes are in em, so that large text
// keeps its room.
#pragma once

namespace guidepost::desktop::platform {

inline constexpr const char* light_colours = R"css(
@define-color gp_accent #1c57a5;
@define-color gp_accent_text #ffffff;
@define-color gp_side #ebeae8;
@define-color gp_page #ffffff;
@define-color gp_row #f6f5f4;
@define-color gp_line #d5d2ce;
@define-color gp_text #1b1d21;
@define-color gp_quiet #595e66;
@define-color gp_case #fdf4dd;
@define-color gp_case_line #eadfbd;
@define-color gp_chip #ffffff;
@define-color gp_chip_line #bcb8b3;
@define-color gp_chip_on #dbe7f8;
@define-color gp_chip_on_line #1c57a5;
@define-color gp_chip_on_text #143f79;
@define-color gp_chip_warn #fbe6dc;
@define-color gp_chip_warn_line #a8441a;
@define-color gp_chip_warn_text #81300d;
@define-color gp_selected #e1ebf9;
@define-color gp_link #17509c;
@define-color gp_notice #e6eefa;
@define-color gp_practice #e8e0f5;
@define-color gp_marking #8f2400;
@define-color gp_guard #fdf1d6;
@define-color gp_danger #fde3d5;
@define-color gp_good #1d7a35;
)css";

inline constexpr const char* dark_colours = R"css(
@define-color gp_accent #7db3f5;
@define-color gp_accent_text #0d1a2b;
@define-color gp_side #2c2e33;
@define-color gp_page #1f2125;
@define-color gp_row #282a2f;
@define-color gp_line #43474e;
@define-color gp_text #e3e6ea;
@define-color gp_quiet #b4b8bf;
@define-color gp_case #38321f;
@define-color gp_case_line #574d2c;
@define-color gp_chip #313135;
@define-color gp_chip_line #6a6a70;
@define-color gp_chip_on #24405f;
@define-color gp_chip_on_line #7db3f5;
@define-color gp_chip_on_text #d6e7fc;
@define-color gp_chip_warn #512a17;
@define-color gp_chip_warn_line #e59a73;
@define-color gp_chip_warn_text #ffd9c4;
@define-color gp_selected #2b3d54;
@define-color gp_link #93c2fa;
@define-color gp_notice #23364d;
@define-color gp_practice #3a2f52;
@define-color gp_marking #f5a988;
@define-color gp_guard #423a21;
@define-color gp_danger #512a17;
@define-color gp_good #6fce86;
)css";

inline constexpr const char* rules = R"css(
.gp-side { background-color: @gp_side; color: @gp_text; }
.gp-page { background-color: @gp_page; color: @gp_text; }
.gp-focused { background-color: @gp_accent; }
.gp-row { background-color: @gp_row; color: @gp_text; }
.gp-case { background-color: @gp_case; color: @gp_text; }
.gp-guard { background-color: @gp_guard; color: @gp_text; }
.gp-danger { background-color: @gp_danger; color: @gp_text; border-left: 4px solid @gp_chip_warn_line; }
.gp-danger-more { background-color: @gp_danger; color: @gp_text; }
label.gp-marking { color: @gp_marking; font-weight: bold; font-size: 88%; }
label.gp-warn-text { color: @gp_marking; font-weight: bold; }
.gp-field, .gp-field text { background-color: @gp_page; color: @gp_text; }
scrolledwindow.gp-field, entry.gp-field { border: 1px solid @gp_chip_line; border-radius: 5px; }
entry.gp-field:focus { border-color: @gp_accent; box-shadow: 0 0 0 1px @gp_accent inset; }
entry.gp-field { padding: 0.15em 0.55em; }
scrolledwindow.gp-field textview:focus { box-shadow: 3px 0 0 0 @gp_accent inset; }
scrolledwindow.gp-field textview { padding: 0.35em 0.55em; background-color: @gp_page; }
scrolledwindow.gp-field textview, scrolledwindow.gp-field textview text { border-radius: 4px; }
button.gp-act { transition: none; padding: 0.25em 0.9em; min-height: 1.6em; }
button.gp-choice { transition: none; padding: 0.2em 0.9em; min-height: 1.6em; background: @gp_chip; color: @gp_text;
                   border: 1px solid @gp_chip_line; text-shadow: none; box-shadow: none; }
button.gp-choice label { color: inherit; }
button.gp-choice:checked { background: @gp_chip_on; border-color: @gp_chip_on_line; color: @gp_chip_on_text; font-weight: bold; }
button.gp-choice:focus { outline: 2px solid @gp_chip_on_line; outline-offset: -4px; }
.gp-practice { background-color: @gp_practice; color: @gp_text; }
.gp-notice { background-color: @gp_notice; color: @gp_text; }
.gp-line { background-color: @gp_line; min-height: 1px; min-width: 1px; }
.gp-case-line { background-color: @gp_case_line; min-height: 1px; min-width: 1px; }
.gp-quiet { color: @gp_quiet; }

/* Sizes are asked for at once: a style must not glide into place. */
button.gp-nav, button.gp-chip, button.gp-plain, button.gp-tool, button.gp-link, button.gp-primary, entry.gp-search {
    transition: none; }

button.gp-nav { background: none; border: none; box-shadow: none; text-shadow: none; border-radius: 6px;
                padding: 0.5em 0.8em; color: @gp_text; }
button.gp-nav label { color: inherit; }
button.gp-nav:hover { background-color: alpha(@gp_text, 0.08); }
button.gp-nav:checked { background-color: @gp_accent; color: @gp_accent_text; font-weight: bold; }
button.gp-nav:focus { outline: 2px solid @gp_link; outline-offset: -3px; }
button.gp-nav:checked:focus { outline-color: @gp_accent_text; }

button.gp-chip { background: @gp_chip; border: 1px solid @gp_chip_line; border-radius: 1.2em; box-shadow: none;
                 text-shadow: none; padding: 0.1em 0.75em; min-height: 1.45em; color: @gp_text; font-size: 92%; }
button.gp-chip label { color: inherit; }
button.gp-chip:hover { border-color: @gp_chip_on_line; }
button.gp-chip:focus { outline: 2px solid @gp_chip_on_line; outline-offset: -4px; -gtk-outline-radius: 1em; }
button.gp-chip.gp-on, button.gp-chip:checked { background: @gp_chip_on; border-color: @gp_chip_on_line; color: @gp_chip_on_text; }
button.gp-chip.gp-warn { background: @gp_chip_warn; border-color: @gp_chip_warn_line; color: @gp_chip_warn_text; }

label.gp-tag { background: @gp_chip_on; border: 1px solid @gp_chip_on_line; border-radius: 1.2em; padding: 0.1em 0.75em;
               color: @gp_chip_on_text; }
label.gp-tag.gp-warn { background: @gp_chip_warn; border-color: @gp_chip_warn_line; color: @gp_chip_warn_text; }
label.gp-quiet { color: @gp_quiet; }

button.gp-plain { padding: 0.2em 0.85em; min-height: 1.5em; }
button.gp-tool { background: none; border: 1px solid transparent; box-shadow: none; text-shadow: none;
                 padding: 0.2em 0.55em; min-height: 1.5em; color: @gp_text; }
button.gp-tool label { color: inherit; }
button.gp-tool:disabled { color: alpha(@gp_text, 0.4); }
button.gp-tool:hover { background-color: alpha(@gp_text, 0.08); }
button.gp-tool:checked { background-color: @gp_chip_on; color: @gp_chip_on_text; }
button.gp-tool:focus { border-color: @gp_link; outline: none; }
button.gp-link { background: none; border: none; box-shadow: none; text-shadow: none; padding: 0.1em 0.2em;
                 min-height: 1.3em; color: @gp_link; }
button.gp-link label { color: inherit; text-decoration: underline; }
button.gp-link:focus { outline: 2px solid @gp_link; outline-offset: -1px; }
button.gp-primary { background: @gp_accent; color: @gp_accent_text; border-color: @gp_accent; text-shadow: none; box-shadow: none; }
button.gp-primary label { color: inherit; }
button.gp-primary:disabled { background: @gp_row; color: alpha(@gp_text, 0.45); border-color: @gp_line; }
button.gp-primary:focus { outline: 2px solid @gp_accent_text; outline-offset: -4px; }

entry.gp-search { min-height: 2.3em; font-size: 106%; border-radius: 6px; border: 1px solid @gp_chip_line;
                  background: @gp_page; color: @gp_text; padding: 0 0.6em; box-shadow: none; }
entry.gp-search:focus { border-color: @gp_accent; box-shadow: 0 0 0 1px @gp_accent inset; }

treeview.view.gp-results { background-color: @gp_page; color: @gp_text; border-color: @gp_line;
                           -GtkTreeView-horizontal-separator: 0; }
treeview.view.gp-results:selected, treeview.view.gp-results:selected:focus {
    background-color: @gp_selected; color: @gp_text;
    background-image: linear-gradient(to right, @gp_accent 4px, transparent 4px); }
treeview.view.gp-contents-list { background-color: @gp_page; color: @gp_text; }
treeview.view.gp-contents-list:selected { background-color: @gp_selected; color: @gp_text;
    background-image: linear-gradient(to right, @gp_accent 3px, transparent 3px); }
progressbar.gp-progress progress { background: @gp_accent; border-color: @gp_accent; min-height: 6px; }
progressbar.gp-progress trough { min-height: 6px; }
)css";

} // namespace guidepost::desktop::platform
