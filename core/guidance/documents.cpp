// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/documents.h"

#include "core/guidance/import.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr std::chrono::seconds longest{20};
constexpr rlim_t most_memory = rlim_t{1} << 30;

constexpr std::array formats{std::pair{".docx", "docx"}, std::pair{".odt", "odt"}, std::pair{".html", "html"},
                             std::pair{".htm", "html"}};

const char* format_of(const fs::path& file)
{
    const auto ending = lower_ascii(file.extension().string());
    for (const auto& [known, format] : formats)
        if (ending == known)
            return format;
    return nullptr;
}

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() { close_now(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    void close_now()
    {
        if (number_ >= 0)
            close(number_);
        number_ = -1;
    }

private:
    int number_;
};

[[noreturn]] void fail(std::string why)
{
    throw Error{Errc::format, std::move(why)};
}

void bound(int resource, rlim_t most)
{
    const rlimit limit{most, most};
    setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// In the child, between fork and exec: nothing but plain calls of the system.
[[noreturn]] void become(const char* program, char* const* arguments, int input, int output)
{
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    bound(RLIMIT_AS, most_memory);
    bound(RLIMIT_CPU, static_cast<rlim_t>(longest.count()));
    bound(RLIMIT_FSIZE, 0); // it writes no file
    bound(RLIMIT_CORE, 0);
    execv(program, arguments);
    _exit(127);
}

/// Reads until the other end closes; false when that takes too long or is too much.
bool read_all(int from, std::string& text)
{
    const auto end = steady_clock::now() + longest;
    std::array<char, 64 * 1024> piece{};
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now()).count();
        pollfd waiting{from, POLLIN, 0};
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        const auto got = read(from, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > largest_import)
            return false;
    }
}

} // namespace

std::optional<fs::path> find_pandoc()
{
    const char* path = std::getenv("PATH");
    for (const auto& folder : split(path ? path : "", ':'))
        if (const auto file = fs::path{folder} / "pandoc";
            file.is_absolute() && access(file.c_str(), X_OK) == 0)
            return file;
    return std::nullopt;
}

bool is_document(const fs::path& file)
{
    return format_of(file) != nullptr;
}

std::string document_as_markdown(const fs::path& pandoc, const fs::path& file)
{
    std::error_code error;
    if (const auto size = fs::file_size(file, error); error || size > largest_document)
        fail(error ? "cannot be read"
                   : fmt::format("has {} bytes; a document has at most {}", size, largest_document));
    const Descriptor input{open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
    std::array<int, 2> ends{};
    if (input.number() < 0 || pipe2(ends.data(), O_CLOEXEC) != 0)
        fail("cannot be read");
    const Descriptor output{ends[0]};
    Descriptor childs_end{ends[1]};

    // Made before the fork: the child may not ask for memory.
    std::array<std::string, 6> words{pandoc.string(), "--sandbox",   std::string{"--from="} + format_of(file),
                                     "--to=gfm",      "--wrap=none", "--markdown-headings=atx"};
    std::array<char*, 7> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i)
        arguments.at(i) = words.at(i).data();
    const auto child = fork();
    if (child < 0)
        fail("cannot be read: no other program can be started just now");
    if (child == 0)
        become(words[0].c_str(), arguments.data(), input.number(), childs_end.number());
    childs_end.close_now();

    std::string text;
    const bool is_whole = read_all(output.number(), text);
    if (!is_whole)
        kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (!is_whole)
        fail(text.size() > largest_import ? "gives more than 1 MB of text; take it apart"
                                          : "took too long to read; save it as .md");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail("cannot be read by pandoc: it is damaged, or no such document");
    return text;
}

} // namespace guidepost::guidance
