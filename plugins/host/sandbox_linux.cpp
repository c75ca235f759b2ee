// SPDX-License-Identifier: GPL-2.0-or-later
// Landlock for files, seccomp for system calls, rlimits for what is used up. Each stands on its own: a kernel
// without landlock still refuses the network.
#include "plugins/api/host_protocol.h"
#include "plugins/host/sandbox.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace guidepost::host {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

constexpr rlim_t processor_seconds = 60; // of a host's life; the desk stops a single call much sooner
constexpr rlim_t open_files = 32;

bool limit(int what, rlim_t most)
{
    const rlimit wanted{most, most};
    return setrlimit(static_cast<__rlimit_resource_t>(what), &wanted) == 0;
}

void give_up_privileges()
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> none{};
    syscall(SYS_capset, &header, none.data());
}

/// The struct as the newest kernel has it; Debian 12's header ends after the first member. A kernel takes as
/// much of it as it knows.
struct Ruleset {
    std::uint64_t files;
    std::uint64_t network; // from version 4
    std::uint64_t scope;   // from version 6
};

/// Every right a version handles, so that what is not granted is refused.
Ruleset all_rights(long version)
{
    const auto first_bits = [](int count) {
        return (std::uint64_t{1} << count) - 1;
    };
    const int files = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
    return {first_bits(files), version >= 4 ? first_bits(2) : 0, version >= 6 ? first_bits(2) : 0};
}

bool confine_files(int folder)
{
    // Asked by system call: /sys/kernel/security may be absent where landlock is not.
    const long version =
        syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;
    const auto rights = all_rights(version);
    const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    const auto ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, size, 0));
    if (ruleset < 0)
        return false;
    const landlock_path_beneath_attr own{LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, folder};
    const bool is_confined =
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &own, 0) == 0 &&
        syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return is_confined;
}

struct FreeFilter {
    void operator()(scmp_filter_ctx filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FreeFilter>;

/// What a library that computes needs. Everything else is refused with EPERM, so that a module which merely
/// looks is not killed for it.
constexpr std::array calls_for_computing{
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(getdents64),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(getcwd),
    SCMP_SYS(rseq),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(seccomp), // the second filter; a filter can only take away
};

bool confine_calls()
{
    if (is_sanitized)
        return false;
    const Filter filter{seccomp_init(SCMP_ACT_ERRNO(EPERM))};
    if (!filter)
        return false;
    bool is_complete = seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
    for (const int call : calls_for_computing)
        // A call this machine's architecture does not have is no loss.
        is_complete &= call < 0 || seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
    const std::uint64_t writing =
        O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
    is_complete &= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                    SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) == 0;
    // abort() signals its own thread.
    is_complete &= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                    SCMP_A0(SCMP_CMP_EQ, static_cast<std::uint64_t>(getpid()))) == 0;
    return is_complete && seccomp_load(filter.get()) == 0;
}

} // namespace

void switch_off_core_files()
{
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

Layers confine(int folder_fd)
{
    Layers layers;
    switch_off_core_files();
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, open_files);
    limit(RLIMIT_CPU, processor_seconds);
    limit(RLIMIT_NPROC, 0);
    layers.memory = !is_sanitized && limit(RLIMIT_AS, protocol::memory_limit) && limit(RLIMIT_MEMLOCK, 0);
    give_up_privileges();
    layers.files = confine_files(folder_fd);
    layers.network = layers.processes = confine_calls();

    if (is_sanitized)
        layers.why = "This is a build with sanitizers, which work without the memory limit and the filter of "
                     "system calls.";
    else if (!layers.files)
        layers.why = "This system has no landlock, so files cannot be closed off.";
    else if (!layers.network)
        layers.why =
            "This system has no seccomp filter, so the network and new processes cannot be closed off.";
    else if (!layers.memory)
        layers.why = "Memory could not be limited.";
    return layers;
}

void seal(const Layers& layers)
{
    if (!layers.processes)
        return;
    const Filter filter{seccomp_init(SCMP_ACT_ALLOW)};
    if (!filter)
        return;
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_NNP, 0); // it is set already, and prctl is gone
    seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
    for (const int call : {SCMP_SYS(newfstatat), SCMP_SYS(seccomp)})
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
    seccomp_load(filter.get());
}

} // namespace guidepost::host
