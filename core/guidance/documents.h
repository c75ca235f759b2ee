// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: documents of other programs as Markdown, through pandoc where it is installed. It
// reads a stranger's file, so it gets no network and no other file (--sandbox), and bounds of time, memory
// and size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace guidepost::guidance {

inline constexpr std::uintmax_t largest_document = 20 * 1024 * 1024;

/// Where pandoc is, on the search path; nothing when it is not installed.
std::optional<std::filesystem::path> find_pandoc();

/// Whether it can be made Markdown: .docx, .odt, .html, .htm.
bool is_document(const std::filesystem::path& file);

/// Throws Error{format} that says why it could not be read, Error{cancelled} never: a document takes seconds.
std::string document_as_markdown(const std::filesystem::path& pandoc, const std::filesystem::path& file);

} // namespace guidepost::guidance
