/* SPDX-License-Identifier: GPL-2.0-or-later
 * The same attacks, free: each in a child of its own with fresh targets below a folder.
 *     unconfined FOLDER PORT
 * Prints a line for each: 1 or 0, layer, name.
 */
#include "tests/plugins/hostile/attacks.h"

static void put(const targets* at, const char* name)
{
    FILE* file = fopen(in_home(at, name), "w");
    if (file) {
        fputs("what nobody may read\n", file);
        fclose(file);
    }
}

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    for (int i = 0; i < attack_count; ++i) {
        targets at = {.port = atoi(argv[2])};
        snprintf(at.home, sizeof at.home, "%s/%d", argv[1], i);
        fflush(stdout);
        const pid_t child = fork();
        if (child == 0) {
            /* In a folder of its own, so that what it creates can be thrown away. */
            if (mkdir(at.home, 0700) != 0 || chdir(at.home) != 0)
                _exit(2);
            put(&at, "secret.txt");
            put(&at, "case.txt");
            alarm(20);
            _exit(attacks[i].succeeds(&at) ? 1 : 0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        printf("%d %s %s\n", WIFEXITED(status) && WEXITSTATUS(status) == 1, attacks[i].layer,
               attacks[i].name);
    }
    shm_unlink("/guidepost-left");
    mq_unlink("/guidepost-left");
    unlink("/tmp/guidepost-left-behind");
    return 0;
}
