// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <ostream>
#include <set>

#include "cli/cli.hpp"
#include "cli/command.hpp"
#include "cli/file_secrets.hpp"
#include "cli/output.hpp"
#include "muster/app/json_text.hpp"
#include "muster/app/sign_in.hpp"

#ifndef _WIN32
#include <unistd.h>
#endif

namespace muster::cli {
namespace {

namespace po = boost::program_options;

bool is_option(const std::string& word) {
    return word.size() > 2 && word.starts_with("--");
}

// The words that are no option and no option's value, in order. Only global options may stand
// before the command's name, so only their values can be mistaken.
std::vector<std::string> leading_words(const std::vector<std::string>& words, std::size_t most) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size() && found.size() < most; ++i) {
        if (!is_option(words[i])) {
            found.push_back(words[i]);
            continue;
        }
        const std::string name = words[i].substr(2);
        const auto& all = global_options();
        const auto option = std::find_if(all.begin(), all.end(),
                                         [&](const Option& each) { return name == each.name; });
        if (option == all.end()) {
            if (name.find('=') == std::string::npos) break;
        } else if (option->value != nullptr) {
            ++i;
        }
    }
    return found;
}

const Command* command_of(const std::vector<std::string>& words) {
    const auto leading = leading_words(words, 2);
    const Command* single = nullptr;
    for (const Command& command : commands()) {
        if (leading.size() == 2 && command.name == leading[0] + " " + leading[1]) return &command;
        if (!leading.empty() && command.name == leading[0]) single = &command;
    }
    return single;
}

Words parse(const Command& command, const std::vector<std::string>& words) {
    po::options_description known;
    std::set<std::string> repeated, switches;
    const auto declare = [&](const Option& option) {
        if (option.value == nullptr) {
            known.add_options()(option.name, "");
            switches.insert(option.name);
        } else {
            known.add_options()(option.name, po::value<std::vector<std::string>>()->composing(),
                                "");
        }
        if (option.repeated) repeated.insert(option.name);
    };
    for (const Option& option : global_options()) declare(option);
    for (const Option& option : command.options) declare(option);
    known.add_options()("word", po::value<std::vector<std::string>>(), "");
    po::positional_options_description positional;
    positional.add("word", -1);
    po::variables_map found;
    try {
        using style = po::command_line_style::style_t;
        const auto how = style::allow_long | style::long_allow_adjacent | style::long_allow_next;
        po::store(
            po::command_line_parser{words}.options(known).positional(positional).style(how).run(),
            found);
    } catch (const po::error& error) {
        throw app::UsageError{std::string{error.what()} + ". See `musterctl help " + command.name +
                              "`."};
    }
    Words result;
    for (const auto& [name, value] : found) {
        if (switches.contains(name)) {
            result.options[name] = {};
            continue;
        }
        const auto values = value.as<std::vector<std::string>>();
        if (name == "word") {
            result.positional = values;
            continue;
        }
        if (values.size() > 1 && !repeated.contains(name))
            throw app::UsageError{"--" + name + " was given more than once."};
        result.options[name] = values;
    }
    // The command's own name stands among the positional words.
    const auto count =
        std::count(command.name, command.name + std::char_traits<char>::length(command.name), ' ') +
        1;
    result.positional.erase(result.positional.begin(), result.positional.begin() + count);
    const bool takes_words = *command.positional != '\0';
    if (!takes_words && !result.positional.empty())
        throw app::UsageError{"What is \"" + result.positional.front() +
                              "\"? See `musterctl help " + command.name + "`."};
    return result;
}

app::Given given_of(const Words& words) {
    app::Given given;
    if (const auto now = words.get("now")) {
        given.now = core::instant_of(*now);
        if (!given.now)
            throw app::UsageError{"--now takes an instant as 2026-03-01T06:41:12.345Z, not " +
                                  *now};
    }
    if (words.has("seed")) given.seed = static_cast<std::uint64_t>(words.number("seed", 0));
    return given;
}

std::string address_of(const Words& words, const Command& command) {
    if (const auto db = words.get("db")) return *db;
    if (const char* db = std::getenv("MUSTER_DB"); db != nullptr && *db != '\0') return db;
    const bool optional = words.has("dry-run");
    const std::string_view name = command.name;
    if (command.needs == Needs::nothing && name != "init" && name != "simulate") return "";
    if (optional) return "";
    throw app::UsageError{"Which ledger? Give --db PATH, or set MUSTER_DB."};
}

std::optional<std::string> request_of(const Words& words) {
    auto request = words.get("request");
    if (!request) return std::nullopt;
    for (char& c : *request) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    constexpr std::size_t digits_max = 64;
    if (request->empty() || request->size() > digits_max ||
        request->find_first_not_of("0123456789abcdef") != std::string::npos)
        throw app::UsageError{"--request takes 1 to 64 hex digits."};
    return request;
}

// What a command asks for: its words but for those that say how, not what.
std::string content_of(const Command& command, const Words& words) {
    static const std::set<std::string> how{"db", "secret-file", "json", "request",
                                           "as", "now",         "seed"};
    std::string content = command.name;
    for (const std::string& word : words.positional) content += '\n' + word;
    for (const auto& [name, values] : words.options) {
        if (how.contains(name)) continue;
        content += "\n--" + name;
        for (const std::string& value : values) content += '\n' + value;
    }
    return content;
}

bool is_at_counter(const Command& command) {
    const std::string_view name = command.name;
    return name == "issue" || name == "return";
}

// The commands of movements find their recorded movement themselves, and tell all of it.
bool tells_recorded_movement(const Command& command) {
    static const std::set<std::string_view> names = [] {
        std::set<std::string_view> all;
        for (const auto& family : {counter_commands(), movement_commands(), custody_commands()})
            for (const Command& each : family) all.insert(each.name);
        return all;
    }();
    return names.contains(command.name);
}

bool is_terminal() {
#ifdef _WIN32
    return false;
#else
    return isatty(STDIN_FILENO) == 1;
#endif
}

// What a viewer writes out leaves the ledger, and that is recorded.
Needs needs_of(const Command& command, const Words& words) {
    return command.needs == Needs::viewing && words.has("out") ? Needs::commit : command.needs;
}

// A signed-in user for commands that write; a proven viewer for lists, where there is one.
std::optional<core::Refused> sign_in_for(const Command& command, const Words& words,
                                         FileSecrets& secrets, Run& run) {
    const auto name = words.get("as");
    const Needs needs = needs_of(command, words);
    if (needs == Needs::viewing && name) {
        auto author = app::sign_in(*run.ledger, *name, secrets);
        if (!author) return author.error();
        run.viewer = author.value().user;
    }
    if (needs != Needs::commit && needs != Needs::drafting) return std::nullopt;
    if (!name) throw app::UsageError{"Who are you? Give --as USER."};
    auto author = app::sign_in(*run.ledger, *name, secrets);
    if (!author) return author.error();
    run.author = author.value();
    run.viewer = run.author.user;
    if (const auto armoury = words.get("at")) {
        auto here = app::armoury_called(*run.ledger, *armoury);
        if (!here) return here.error();
        run.author.armoury = here.value();
    }
    return std::nullopt;
}

Outcome execute(const Command& command, const Words& words, std::ostream& out, std::ostream& err) {
    FileSecrets secrets{words.all("secret-file"), is_terminal()};
    Run run{words, secrets, given_of(words),   address_of(words, command), nullptr,
            {},    {},      request_of(words), content_of(command, words), out,
            err};
    std::unique_ptr<app::OpenLedger> ledger;
    const bool dry = words.has("dry-run");
    if (command.needs != Needs::nothing && !(dry && run.address.empty())) {
        const Needs needs = needs_of(command, words);
        const bool commits = needs == Needs::commit && !dry;
        // A wrong secret is counted, also that of somebody who only looks.
        const bool drafts =
            needs == Needs::drafting || (needs == Needs::viewing && words.has("as"));
        ledger = app::open_ledger(run.address, commits ? &secrets : nullptr, run.given, drafts);
        run.ledger = ledger.get();
        if (!dry)
            if (auto no = sign_in_for(command, words, secrets, run)) return refusal(std::move(*no));
    }
    if (run.request && run.ledger != nullptr && command.needs == Needs::commit && !dry) {
        const app::CommitDetails asked{{}, {}, run.request, run.request_content};
        const auto before = run.ledger->recorded_request(run.author.user, asked);
        if (before && !tells_recorded_movement(command))
            return recorded(core::Result<app::Receipt>{*before}, "Recorded before.");
        // An attempt at the counter that was stopped is an entry too, and not what was asked for.
        if (!is_at_counter(command))
            run.ledger->name_next_commit(*run.request, run.request_content);
    }
    return command.run(run);
}

// Two families have a command of one name where the first also does what the second does.
bool stands_among(const std::vector<Command>& commands, const Command& command) {
    return std::any_of(commands.begin(), commands.end(), [&](const Command& each) {
        return std::string_view{each.name} == command.name;
    });
}

}  // namespace

const std::vector<Option>& global_options() {
    static const std::vector<Option> all{
        {"db", "PATH", "the ledger: a file, sqlite:PATH or postgresql://…; else MUSTER_DB"},
        {"as", "USER", "who you are"},
        {"at", "ARMOURY", "where you are, of several armouries; else the first"},
        {"secret-file", "WHO=PATH", "a secret: USER, officer:COLLAR, key:NAME, ca or ledger", true},
        {"json", nullptr, "answer as one JSON document"},
        {"request", "HEX", "a name for this request: repeating it returns its recorded result"},
        {"now", "INSTANT", "the time, on a practice ledger"},
        {"seed", "N", "chance made repeatable, on a practice ledger"},
        {"help", nullptr, "help for a command"},
    };
    return all;
}

const std::vector<Command>& commands() {
    static const std::vector<Command> all = [] {
        std::vector<Command> every;
        for (auto family :
             {setup_commands(), people_commands(), reference_commands(), nightly_commands(),
              import_commands(), list_commands(), counter_commands(), hatch_commands(),
              movement_commands(), custody_commands(), count_commands(), count_paper_commands(),
              discrepancy_commands(), supervision_commands(), plot_commands(), oversight_commands(),
              integrity_commands(), paper_commands()})
            for (Command& command : family)
                if (!stands_among(every, command)) every.push_back(std::move(command));
        return every;
    }();
    return all;
}

int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err) {
    const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
    const Command* command = nullptr;
    try {
        for (const std::string& word : words)
            if (!app::is_text(word))
                throw app::UsageError{"A word of the command line is not UTF-8 text."};
        command = command_of(words);
        const auto leading = leading_words(words, 3);
        const bool asks_help = std::find(words.begin(), words.end(), "--help") != words.end() ||
                               words.empty() || (!leading.empty() && leading[0] == "help");
        if (asks_help) {
            std::string topic = command != nullptr ? command->name : "";
            if (!leading.empty() && leading[0] == "help")
                for (std::size_t i = 1; i < leading.size(); ++i)
                    topic += (topic.empty() ? "" : " ") + leading[i];
            out << help(topic);
            return 0;
        }
        if (command == nullptr)
            throw app::UsageError{"There is no such command. `musterctl help` lists them all."};
        const Outcome outcome = execute(*command, parse(*command, words), out, err);
        write_outcome(*command, outcome, json, out, err);
        return outcome.exit_code;
    } catch (const std::exception&) {
        const app::Description said = app::describe(std::current_exception());
        write_failure(command, said, json, out, err);
        return said.exit_code;
    }
}

}  // namespace muster::cli
