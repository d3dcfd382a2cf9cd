// SPDX-License-Identifier: MIT
#include "cli/file_secrets.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "muster/app/errors.hpp"

#ifndef _WIN32
#include <termios.h>
#include <unistd.h>
#endif

namespace muster::cli {
namespace {

void require_private(const std::string& who, const std::string& path) {
    std::error_code trouble;
    const auto status = std::filesystem::status(path, trouble);
    if (trouble || !std::filesystem::is_regular_file(status))
        throw app::UsageError{"The secret file of " + who + " is missing: " + path};
#ifndef _WIN32
    using std::filesystem::perms;
    if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none)
        throw app::UsageError{"The secret file of " + who +
                              " can be read by others. Make it private: chmod 600 " + path};
#endif
}

std::string prompt(const std::string& who, const std::string& question) {
#ifdef _WIN32
    static_cast<void>(question);
    throw app::UsageError{"Give the secret of " + who + ": --secret-file " + who + "=PATH"};
#else
    std::FILE* terminal = std::fopen("/dev/tty", "r+");
    if (terminal == nullptr)
        throw app::UsageError{"Give the secret of " + who + ": --secret-file " + who + "=PATH"};
    std::fputs(question.c_str(), terminal);
    std::fflush(terminal);
    termios before{};
    tcgetattr(fileno(terminal), &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(fileno(terminal), TCSAFLUSH, &silent);
    std::string secret;
    for (int c = std::fgetc(terminal); c != EOF && c != '\n'; c = std::fgetc(terminal))
        secret += static_cast<char>(c);
    tcsetattr(fileno(terminal), TCSAFLUSH, &before);
    std::fputc('\n', terminal);
    std::fclose(terminal);
    return secret;
#endif
}

}  // namespace

FileSecrets::FileSecrets(const std::vector<std::string>& pairs, bool may_prompt)
    : may_prompt_{may_prompt} {
    for (const std::string& pair : pairs) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw app::UsageError{"--secret-file takes WHO=PATH, not " + pair};
        paths_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
}

std::string FileSecrets::secret(const std::string& who) {
    if (const auto asked = asked_.find(who); asked != asked_.end()) return asked->second;
    const auto at = paths_.find(who);
    if (at == paths_.end()) {
        if (!may_prompt_)
            throw app::UsageError{"The secret of " + who + " is missing. Give it: --secret-file " +
                                  who + "=PATH"};
        return asked_[who] = prompt(who, "Secret of " + who + ": ");
    }
    require_private(who, at->second);
    std::ifstream file{at->second, std::ios::binary};
    std::string line;
    if (!std::getline(file, line) || line.empty())
        throw app::UsageError{"The secret file of " + who + " is empty: " + at->second};
    if (line.back() == '\r') line.pop_back();
    return asked_[who] = line;
}

std::string FileSecrets::new_secret(const std::string& who) {
    if (paths_.contains(who) || !may_prompt_) return secret(who);
    const std::string rule = who.starts_with("officer:")
                                 ? "six digits or more, not a row or a birthday"
                                 : "twelve characters or more; a few words are best";
    const std::string chosen = prompt(who, "New secret of " + who + " (" + rule + "): ");
    if (prompt(who, "Once more: ") != chosen)
        throw app::UsageError{"The two were not the same. Nothing was changed; begin again."};
    return asked_[who] = chosen;
}

bool FileSecrets::has(const std::string& who) {
    return paths_.contains(who) || may_prompt_;
}

}  // namespace muster::cli
