// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"
#include "muster/app/setup.hpp"

/// The table of commands and what each is given and gives back.
namespace muster::cli {

/// An option of a command. `value` names what follows it; null for a switch.
struct Option {
    const char* name;
    const char* value;
    const char* meaning;
    bool repeated = false;
};

/// What must be open before a command runs.
enum class Needs {
    nothing,   ///< no ledger
    reading,   ///< the ledger, to read
    viewing,   ///< the ledger, to read, and who looks where they can prove it; with --out as commit
    drafting,  ///< a signed-in user who writes beside the ledger
    commit     ///< a signed-in user and the ledger's key
};

/// The words a command was called with.
class Words {
public:
    std::map<std::string, std::vector<std::string>> options;
    std::vector<std::string> positional;

    bool has(const std::string& name) const { return options.contains(name); }
    std::optional<std::string> get(const std::string& name) const;
    /// The option's value; throws UsageError where it is absent.
    std::string need(const std::string& name) const;
    std::vector<std::string> all(const std::string& name) const;
    /// The positional word at `index`, called `what`; throws UsageError where it is absent.
    std::string word(std::size_t index, const char* what) const;
    /// The option as a whole number; throws UsageError where it is none.
    std::int64_t number(const std::string& name, std::int64_t otherwise) const;
};

/// What came of a command, before it is written as text or JSON.
struct Outcome {
    int exit_code = 0;
    std::vector<core::EntryNumber> entries;
    core::Value::Object result;
    std::optional<core::Refused> refused;
    std::optional<core::Value::Array> rows;
    std::optional<std::string> next;
    core::Value::Array faults;
    core::Value::Array warnings;
    std::optional<core::Value::Array> checks;
    std::vector<std::string> text;  ///< for people
    bool raw = false;               ///< the command wrote its own bytes
};

/// What a running command may use.
struct Run {
    const Words& words;
    app::Secrets& secrets;
    app::Given given;
    std::string address;  ///< of the database
    app::OpenLedger* ledger = nullptr;
    app::Author author;  ///< where a user signed in
    std::optional<core::UserId> viewer;
    std::optional<std::string> request;  ///< 1 to 64 small hex digits
    std::string request_content;         ///< the command line, without secrets
    std::ostream& out;
    std::ostream& err;
};

struct Command {
    const char* name;        ///< `import workbook`
    const char* positional;  ///< `FILE`; empty where none
    const char* summary;
    Needs needs;
    std::vector<Option> options;
    std::function<Outcome(Run&)> run;
};

/// Every command there is.
const std::vector<Command>& commands();
/// Global options, allowed anywhere.
const std::vector<Option>& global_options();

std::vector<Command> setup_commands();
std::vector<Command> people_commands();
std::vector<Command> reference_commands();
std::vector<Command> import_commands();
std::vector<Command> nightly_commands();
std::vector<Command> list_commands();
std::vector<Command> counter_commands();
std::vector<Command> hatch_commands();
std::vector<Command> movement_commands();
std::vector<Command> custody_commands();
std::vector<Command> count_commands();
std::vector<Command> count_paper_commands();
std::vector<Command> discrepancy_commands();
std::vector<Command> supervision_commands();
std::vector<Command> plot_commands();
std::vector<Command> oversight_commands();
std::vector<Command> integrity_commands();
std::vector<Command> paper_commands();

// --- small steps that many commands share --------------------------------------------------------

/// The outcome of a use case that gives a receipt: its entries, SHORT and a sentence.
Outcome recorded(const core::Result<app::Receipt>& receipt, const std::string& sentence);
/// A refusal as an outcome, exit 3.
Outcome refusal(core::Refused refused);
/// Puts a receipt's entries and SHORT into an outcome.
void put_receipt(Outcome& outcome, const app::Receipt& receipt);
/// `CODE:REST` split at the last colon; throws UsageError where there is none.
std::pair<std::string, std::string> split_last(const std::string& text, const char* shape);
/// A whole number of zero or more; throws UsageError.
std::int64_t quantity_of(const std::string& text, const char* shape);
core::Value::Array texts(const std::vector<std::string>& all);

}  // namespace muster::cli
